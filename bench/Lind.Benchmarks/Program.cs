using Lind.Benchmarks.SideBySide;

// A verb a line; each says its own arguments when they are wrong.
return args switch
{
    ["side-by-side", .. var rest] => SideBySideCommand.Run(rest),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("usage: side-by-side ... (see docs/performance.md for the whole commands)");
    return 2;
}
