using Lind.Fuzz.Targets;

namespace Lind.Fuzz;

/// <summary>All readers that take in something from outside.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new JsonTarget(), new WalkerTarget(), new ProjectionTarget(), new XmlTarget(), new XmlTextTarget(), new MarkupTarget(),
        new ValuesTarget(), new EssieTarget(), new CriteriaTarget(), new ImportTarget(), new IndexTarget(),
    ];
}
