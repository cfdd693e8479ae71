using BenchmarkDotNet.Running;
using Lind.Benchmarks.Index;
using Lind.Benchmarks.Pages;
using Lind.Benchmarks.Search;
using Lind.Benchmarks.SideBySide;
using Lind.Benchmarks.Similarity;

// A verb a line; each says its own arguments when they are wrong.
return args switch
{
    ["side-by-side", .. var rest] => SideBySideCommand.Run(rest),
    ["benchmarks", .. var rest] => Benchmarks(rest),
    ["related", .. var rest] => RelatedCommand.Run(rest),
    ["engine", .. var rest] => EngineCommand.Run(rest),
    ["pages", .. var rest] => PagesCommand.Run(rest),
    ["bulk", .. var rest] => BulkCommand.Run(rest),
    _ => Usage(),
};

// BenchmarkDotNet's own arguments: --filter '*StudyReading*', --list flat, --job Dry ...
static int Benchmarks(string[] arguments) =>
    BenchmarkSwitcher.FromAssembly(typeof(SideBySideCommand).Assembly).Run(arguments).Any() ? 0 : 1;

static int Usage()
{
    Console.Error.WriteLine(
        "usage: side-by-side ... | engine ... | bulk ... | benchmarks ... | related ... | pages ... (see docs/performance.md for the whole commands)");
    return 2;
}
