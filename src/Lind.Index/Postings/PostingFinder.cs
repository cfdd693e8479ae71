using System.Runtime.InteropServices;
using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>Finds where the postings stand in a sorted log, brings their hits into order and numbers their hit profiles. Reuses its
/// room; not thread-safe.</summary>
internal sealed class PostingFinder(int fields)
{
    private const int FewHits = 16; // sorted in place

    private readonly WordTable _numbers = new();
    private readonly int[] _oneField = new int[fields * HitProfile.Many]; // by code: the profile of that code alone, plus one
    private int[] _counts = new int[1 << 10];
    private int[] _starts = new int[1 << 10];
    private int[] _profiles = new int[1 << 10];
    private int[] _terms = new int[1 << 10];
    private int[] _pending = new int[1 << 10]; // postings whose profiles are still to be numbered
    private WordKey[] _pendingKeys = new WordKey[1 << 10];
    private int[] _pendingStarts = new int[(1 << 10) + 1];
    private ushort[] _pendingCodes = new ushort[1 << 12];
    private int _pendingCount;
    private long[] _places = [];

    /// <summary>How many postings there are.</summary>
    internal int Count { get; private set; }

    /// <summary>For each term its first posting, then <see cref="Count"/>.</summary>
    internal ReadOnlySpan<int> Terms => _terms.AsSpan(0, TermCount + 1);

    /// <summary>How many terms there are.</summary>
    internal int TermCount { get; private set; }

    /// <summary>For each posting its first hit, then their number.</summary>
    internal ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count + 1);

    /// <summary>For each posting its profile.</summary>
    internal ReadOnlySpan<int> Numbers => _profiles.AsSpan(0, Count);

    /// <summary>All profiles met so far: their codes, as bytes.</summary>
    internal ByteList Profiles { get; } = new();

    /// <summary>How often each was used.</summary>
    internal int[] ProfileCounts => _counts;

    internal long MemoryUsed => _numbers.MemoryUsed + Profiles.MemoryUsed + (4L * _counts.Length)
        + (12L * _starts.Length) + (32L * _pendingKeys.Length) + (2L * _pendingCodes.Length);

    /// <summary>Finds the postings.</summary>
    /// <param name="hits">Ascending by term, those of a term in the order they came; those of a posting come back ascending by field
    /// and position.</param>
    internal void Find(Span<BufferedHit> hits)
    {
        MakeRoom(hits.Length + 1);
        (Count, TermCount) = (0, 0);
        for (var at = 0; at < hits.Length;)
        {
            var term = hits[at].Term;
            _terms[TermCount++] = Count;
            while (at < hits.Length && hits[at].Term == term)
            {
                var row = hits[at].Row;
                var start = at++;
                while (at < hits.Length && hits[at].Term == term && hits[at].Row == row)
                {
                    at++;
                }

                _starts[Count] = start;
                AddPosting(hits[start..at]);
            }
        }

        (_terms[TermCount], _starts[Count]) = (Count, hits.Length);
        NumberPending();
    }

    private void MakeRoom(int hits)
    {
        if (_starts.Length < hits)
        {
            var room = Math.Max(hits, _starts.Length * 2);
            (_starts, _profiles, _terms) = (new int[room], new int[room], new int[room]);
        }
    }

    private void AddPosting(Span<BufferedHit> hits)
    {
        var posting = Count++;
        if (hits.Length == 1)
        {
            SetProfile(posting, OneHit(hits[0].Field));
            return;
        }

        Order(hits);
        if (hits[0].Place == hits[^1].Place)
        {
            SetProfile(posting, OneField(HitProfile.Code(hits[0].Field, hits.Length)));
            return;
        }

        AddPending(posting, hits);
    }

    private void SetProfile(int posting, int profile)
    {
        _profiles[posting] = profile;
        _counts[profile]++;
    }

    /// <summary>The profile of one hit in a field.</summary>
    internal int OneHit(int field) => OneField(HitProfile.Code(field, 1));

    /// <summary>Counts a use of that profile.</summary>
    internal void CountOneHit(int field) => _counts[OneHit(field)]++;

    // Two in three postings are in one field: no need to look for their profiles.
    private int OneField(ushort code)
    {
        ref var numberPlusOne = ref _oneField[code];
        if (numberPlusOne == 0)
        {
            numberPlusOne = AddProfile(MemoryMarshal.AsBytes(new ReadOnlySpan<ushort>(ref code))) + 1;
        }

        return numberPlusOne - 1;
    }

    private void AddPending(int posting, ReadOnlySpan<BufferedHit> hits)
    {
        if (_pendingCount == _pending.Length)
        {
            Array.Resize(ref _pending, _pendingCount * 2);
            Array.Resize(ref _pendingKeys, _pendingCount * 2);
            Array.Resize(ref _pendingStarts, (_pendingCount * 2) + 1);
        }

        var start = _pendingStarts[_pendingCount];
        var end = start;
        for (int first = 0, at = 1; at <= hits.Length; at++)
        {
            if (at == hits.Length || hits[at].Place != hits[first].Place)
            {
                if (end == _pendingCodes.Length)
                {
                    Array.Resize(ref _pendingCodes, end * 2);
                }

                _pendingCodes[end++] = HitProfile.Code(hits[first].Field, at - first);
                first = at;
            }
        }

        _pendingKeys[_pendingCount] = WordKey.Of(MemoryMarshal.AsBytes(_pendingCodes.AsSpan(start..end)));
        _pending[_pendingCount++] = posting;
        _pendingStarts[_pendingCount] = end;
    }

    // The table is far larger than the caches: what will be read is asked for some profiles ahead.
    private void NumberPending()
    {
        const int Far = 16;
        for (var i = 0; i < _pendingCount; i++)
        {
            if (i + Far < _pendingCount)
            {
                _numbers.Fetch(_pendingKeys[i + Far]);
            }

            var codes = MemoryMarshal.AsBytes(_pendingCodes.AsSpan(_pendingStarts[i].._pendingStarts[i + 1]));
            var number = _numbers.FindAlone(_pendingKeys[i], codes);
            if (number < 0)
            {
                number = AddProfile(codes);
                _numbers.Add(codes, number);
            }

            SetProfile(_pending[i], (int)number);
        }

        _pendingCount = 0;
    }

    private int AddProfile(ReadOnlySpan<byte> codes)
    {
        var number = Profiles.Add(codes);
        if (number == _counts.Length)
        {
            Array.Resize(ref _counts, number * 2);
        }

        return number;
    }

    // Fields come in the order of the record: most postings are in order, and most others short.
    private void Order(Span<BufferedHit> hits)
    {
        var at = 1;
        while (at < hits.Length && PlaceOf(hits[at - 1]) <= PlaceOf(hits[at]))
        {
            at++;
        }

        if (at == hits.Length)
        {
            return;
        }

        if (hits.Length > FewHits)
        {
            SortByPlace(hits);
            return;
        }

        for (; at < hits.Length; at++)
        {
            var (hit, to) = (hits[at], at);
            for (; to > 0 && PlaceOf(hits[to - 1]) > PlaceOf(hit); to--)
            {
                hits[to] = hits[to - 1];
            }

            hits[to] = hit;
        }
    }

    private void SortByPlace(Span<BufferedHit> hits)
    {
        if (_places.Length < hits.Length)
        {
            _places = new long[hits.Length * 2];
        }

        for (var i = 0; i < hits.Length; i++)
        {
            _places[i] = PlaceOf(hits[i]);
        }

        _places.AsSpan(0, hits.Length).Sort(hits);
    }

    // Hits of one row: the row does not count.
    private static long PlaceOf(in BufferedHit hit) => ((long)hit.Field << 32) | (uint)hit.Position;
}
