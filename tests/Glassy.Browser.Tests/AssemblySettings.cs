using Glassy.BrowserTests;

// One browser and one server for all, and one page at a time: two at once kept one another waiting beyond the browser's patience under
// load.
[assembly: AssemblyFixture(typeof(SiteFixture))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
