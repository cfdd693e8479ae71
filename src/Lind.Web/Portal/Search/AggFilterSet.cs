namespace Lind.Web.Portal;

/// <summary>The registry's <c>aggFilters</c>: groups with their chosen keys, as <c>status:rec not,phase:2</c>.</summary>
public sealed class AggFilterSet
{
    private readonly SortedDictionary<string, SortedSet<string>> _groups;

    private AggFilterSet(SortedDictionary<string, SortedSet<string>> groups) => _groups = groups;

    public bool IsEmpty => _groups.Count == 0;

    public IEnumerable<(string Group, string Key)> All => _groups.SelectMany(group => group.Value.Select(key => (group.Key, key)));

    /// <summary>Reads the text; parts without a colon are passed over here and refused nowhere: the engine judges.</summary>
    public static AggFilterSet Parse(string text)
    {
        var groups = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var colon = part.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                continue;
            }

            var keys = part[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (keys.Length > 0)
            {
                var group = part[..colon].Trim();
                groups.TryAdd(group, new SortedSet<string>(StringComparer.Ordinal));
                groups[group].UnionWith(keys);
            }
        }

        return new(groups);
    }

    public bool Has(string group, string key) => _groups.TryGetValue(group, out var keys) && keys.Contains(key);

    /// <summary>The same choice with one key the other way.</summary>
    public AggFilterSet Toggle(string group, string key)
    {
        var copy = Parse(ToString());
        copy._groups.TryAdd(group, new SortedSet<string>(StringComparer.Ordinal));
        var keys = copy._groups[group];
        if (!keys.Remove(key))
        {
            keys.Add(key);
        }

        if (keys.Count == 0)
        {
            copy._groups.Remove(group);
        }

        return copy;
    }

    /// <summary>The same choice and that of the text too.</summary>
    public AggFilterSet And(string text) => Parse($"{this},{text}");

    /// <summary>The same choice without a group.</summary>
    public AggFilterSet Without(string group)
    {
        var copy = Parse(ToString());
        copy._groups.Remove(group);
        return copy;
    }

    public override string ToString() => string.Join(',', _groups.Select(group => $"{group.Key}:{string.Join(' ', group.Value)}"));
}
