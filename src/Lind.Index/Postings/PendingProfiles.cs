namespace Lind.Index.Postings;

/// <summary>The hit profiles of postings that wait to be numbered. Not thread-safe.</summary>
/// <remarks>Each look at the table of profiles waits for the memory several times. Many looks one after another wait together;
/// each amid the making of its posting took a tenth of a build.</remarks>
internal sealed class PendingProfiles
{
    private int[] _postings = new int[1 << 10];
    private int[] _starts = new int[(1 << 10) + 1];
    private ushort[] _codes = new ushort[1 << 12];

    /// <summary>How many wait.</summary>
    internal int Count { get; private set; }

    /// <summary>The number of a waiting one's posting.</summary>
    internal int PostingOf(int pending) => _postings[pending];

    /// <summary>Its profile's codes.</summary>
    internal ReadOnlySpan<ushort> CodesOf(int pending) => _codes.AsSpan(_starts[pending], _starts[pending + 1] - _starts[pending]);

    internal void Add(int posting, ReadOnlySpan<ushort> codes)
    {
        if (Count == _postings.Length)
        {
            Array.Resize(ref _postings, Count * 2);
            Array.Resize(ref _starts, (Count * 2) + 1);
        }

        var start = _starts[Count];
        if (_codes.Length - start < codes.Length)
        {
            Array.Resize(ref _codes, Math.Max(_codes.Length * 2, start + codes.Length));
        }

        codes.CopyTo(_codes.AsSpan(start));
        _postings[Count++] = posting;
        _starts[Count] = start + codes.Length;
    }

    internal void Clear() => Count = 0;
}
