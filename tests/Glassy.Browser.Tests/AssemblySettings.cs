using Glassy.BrowserTests;

// One browser and one server for all; two pages at a time, since most of a test is waiting.
[assembly: AssemblyFixture(typeof(SiteFixture))]
[assembly: Xunit.v3.Parallelization(MaxThreads = 2)]
