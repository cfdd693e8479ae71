namespace Lind.Search.Similarity;

/// <summary>What a word tells of what a study is about.</summary>
internal enum WordKind : byte
{
    /// <summary>Nothing but marks: it has no term and takes no place.</summary>
    Mark,

    /// <summary>It may tell.</summary>
    Telling,

    /// <summary>It stands in nearly every record.</summary>
    Silent,

    /// <summary>A single letter: tells in names only.</summary>
    Letter,
}

/// <summary>Remembers the terms of the words met last: texts repeat few words, and finding a word's term takes longer than
/// the rest of reading it. Not thread-safe.</summary>
/// <remarks>Words are known by a hash of 64 bits, as terms are.</remarks>
internal sealed class WordMemo
{
    private const int Places = 1 << 15;

    private readonly (ulong Word, ulong Term, WordKind Kind)[] _known = new (ulong, ulong, WordKind)[Places];

    /// <summary>As <see cref="TermHash.Of(ReadOnlySpan{byte})"/>.</summary>
    public (ulong Hash, WordKind Kind) Of(ReadOnlySpan<byte> word)
    {
        var hash = TermHash.Hash(word);
        ref var known = ref _known[(int)((hash ^ (hash >> 32)) & (Places - 1))];
        if (known.Word != hash)
        {
            var (term, kind) = TermHash.Of(word);
            known = (hash, term, kind);
        }

        return (known.Term, known.Kind);
    }
}
