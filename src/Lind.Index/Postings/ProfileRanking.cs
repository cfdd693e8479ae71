using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>Replaces a term's profiles by codes: those that several of its rows have by their rank among them. Reuses its
/// room; not thread-safe.</summary>
/// <remarks>A word stands in few ways: a drug in titles and arms, an adverse event in two tables. Within the table of all
/// profiles those have large numbers.</remarks>
internal sealed class ProfileRanking(int profiles)
{
    // Reading a term that needs its profiles unpacks the list first.
    private const int MostRanked = 1024;
    private const int FewestRows = 2;
    private readonly int[] _marks = new int[profiles]; // by profile: rows counted, then rank + 1; 0 between calls
    private readonly List<uint> _different = [];
    private readonly List<ulong> _ranked = []; // rows falling, then profile

    /// <summary>How many profiles the last term's list has.</summary>
    internal int Count => _ranked.Count;

    /// <summary>Replaces profiles by codes and writes the list.</summary>
    internal void Apply(Span<uint> rowProfiles, ByteBuffer target)
    {
        foreach (var profile in rowProfiles)
        {
            if (_marks[profile]++ == 0)
            {
                _different.Add(profile);
            }
        }

        Rank();
        target.WriteVarInt((uint)_ranked.Count);
        foreach (var entry in _ranked)
        {
            target.WriteVarInt((uint)entry);
        }

        foreach (ref var profile in rowProfiles)
        {
            var rank = _marks[profile];
            profile = rank > 0 ? (uint)(rank - 1) : profile + (uint)_ranked.Count;
        }

        foreach (var entry in _ranked)
        {
            _marks[(uint)entry] = 0;
        }
    }

    private void Rank()
    {
        _ranked.Clear();
        foreach (var profile in _different)
        {
            // A small number costs little as it stands.
            if (_marks[profile] >= FewestRows)
            {
                _ranked.Add(((ulong)(uint)(int.MaxValue - _marks[profile]) << 32) | profile);
            }

            _marks[profile] = 0;
        }

        _different.Clear();
        _ranked.Sort();
        if (_ranked.Count > MostRanked)
        {
            _ranked.RemoveRange(MostRanked, _ranked.Count - MostRanked);
        }

        for (var i = 0; i < _ranked.Count; i++)
        {
            _marks[(uint)_ranked[i]] = i + 1;
        }
    }
}
