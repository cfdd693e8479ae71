using Lind.Fuzz;

// Mutates samples and runs them through every reader of the product. See README.md beside this file.
var options = FuzzOptions.Read(args);
if (options is null)
{
    Console.Error.WriteLine(FuzzOptions.Usage);
    return 2;
}

var targets = FuzzTargets.All.Where(target => options.Target is null || target.Name == options.Target).ToList();
if (targets.Count == 0)
{
    Console.Error.WriteLine($"No target {options.Target}. Targets: {string.Join(' ', FuzzTargets.All.Select(t => t.Name))}");
    return 2;
}

var failures = 0;
foreach (var target in targets)
{
    failures += new FuzzRun(target, options, options.Time / targets.Count).Run() ? 0 : 1;
}

return failures == 0 ? 0 : 1;
