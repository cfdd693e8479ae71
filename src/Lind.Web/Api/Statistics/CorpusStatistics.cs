using Lind.Studies.Fields;

namespace Lind.Web.Api.Statistics;

/// <summary>The statistics of one state of the registry, each field's as the JSON object that goes out.</summary>
internal sealed class CorpusStatistics
{
    /// <summary>Values listed of a field, as the registry caps them.</summary>
    public const int MostValues = 250;

    /// <summary>The state of the data they were counted on.</summary>
    public required string State { get; init; }

    /// <summary>By leaf field, in the catalogue's order.</summary>
    public required IReadOnlyDictionary<StudyField, ReadOnlyMemory<byte>> Values { get; init; }

    /// <summary>By list field, in the catalogue's order.</summary>
    public required IReadOnlyDictionary<StudyField, ReadOnlyMemory<byte>> Sizes { get; init; }

    public static CorpusStatistics Of(CorpusTally tally, string state) => new()
    {
        State = state,
        Values = tally.Fields.ToDictionary(field => field.Field, field => field.Figures(tally.Studies).ToJson()),
        Sizes = tally.Lists.ToDictionary(list => list.Field, list => list.Figures().ToJson()),
    };
}
