namespace Glassy.BrowserTests;
