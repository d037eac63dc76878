using Glassy.BrowserTests;

// One browser and one server for all; budgets count requests, so one page at a time.
[assembly: AssemblyFixture(typeof(SiteFixture))]
[assembly: Xunit.v3.Parallelization(Mode = Xunit.Sdk.ParallelMode.None)]
