using System.Globalization;
using Lind.Studies.Fields;
using Lind.Studies.Json;

namespace Lind.Web.Portal;

/// <summary>What one field held in the earlier of two versions and not in the later one, and the other way round.
/// Values that both hold are in neither list; both lists are empty when only the order changed.</summary>
public sealed record FieldChange(StudyField Field, IReadOnlyList<string> Before, IReadOnlyList<string> After);

/// <summary>Finds what differs between two versions of a record, field by field.</summary>
public static class RecordChanges
{
    // What the registry derives from a record changes with its own word lists, and with every download's stamp.
    private static readonly FieldSet Compared =
        new(FieldCatalogue.Leaves.Where(field => !field.Path.StartsWith("derivedSection.", StringComparison.Ordinal)));

    /// <summary>The fields that differ, in the order of the catalogue.</summary>
    public static IReadOnlyList<FieldChange> Between(ReadOnlySpan<byte> earlier, ReadOnlySpan<byte> later)
    {
        var before = Values(earlier);
        var after = Values(later);
        var changes = new List<FieldChange>();
        foreach (var field in FieldCatalogue.Leaves)
        {
            IReadOnlyList<string> old = before.GetValueOrDefault(field, []), now = after.GetValueOrDefault(field, []);
            if (!old.SequenceEqual(now, StringComparer.Ordinal))
            {
                changes.Add(new(field, Without(old, now), Without(now, old)));
            }
        }

        return changes;
    }

    // Each value of the second list takes away one equal value of the first.
    private static List<string> Without(IReadOnlyList<string> values, IReadOnlyList<string> others)
    {
        var left = others.GroupBy(value => value, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);
        var kept = new List<string>();
        foreach (var value in values)
        {
            if (left.TryGetValue(value, out var count) && count > 0)
            {
                left[value] = count - 1;
            }
            else
            {
                kept.Add(value);
            }
        }

        return kept;
    }

    private static Dictionary<StudyField, List<string>> Values(ReadOnlySpan<byte> record)
    {
        var collector = new Collector();
        StudyWalker.Walk(record, Compared, ref collector);
        return collector.Values;
    }

    private sealed class Collector : IStudyVisitor
    {
        public Dictionary<StudyField, List<string>> Values { get; } = [];

        void IStudyVisitor.Value(in StudyValue value)
        {
            if (!Values.TryGetValue(value.Field, out var list))
            {
                Values.Add(value.Field, list = []);
            }

            list.Add(value.Field.Kind == FieldKind.GeoPoint
                ? string.Create(CultureInfo.InvariantCulture, $"{value.Latitude}, {value.Longitude}") : value.ToString());
        }

        void IStudyVisitor.EndList(StudyField list, int count, ReadOnlySpan<int> ordinals)
        {
        }
    }
}
