using Lind.Index.Encoding;
using Lind.Index.Postings;
using Lind.Index.Terms;

namespace Lind.Index.Segments;

/// <summary>Writes the terms of a token buffer: its streams decoded and handed to the postings writer in term
/// order.</summary>
internal sealed class BufferTerms(TokenBuffer tokens, int fields, int[] renumbered)
{
    private readonly List<byte[]> _surfaces = [];
    private readonly ByteBuffer _stream = new(1 << 12);
    private int[] _variantStarts = [];
    private int[] _variantTokens = [];
    private ProfilePlace[] _places = []; // by the buffer's number of the profile: three looks in one

    internal TermDictionaryWriter Write(PostingsWriter postings, ProfileSet profiles)
    {
        GroupVariants();
        _places = [.. renumbered.Select(profile => profiles.PlaceOf(profile))];
        var dictionary = new TermDictionaryWriter();
        var sorted = tokens.Terms.Strings.SortedNumbers();
        for (var i = 0; i < sorted.Length; i++)
        {
            FetchAhead(sorted, i);
            var term = sorted[i];
            var rows = tokens.Streams.RowsOf(term);
            if (rows == 0)
            {
                continue; // a field's presence term, if no row has the field; a term of an abandoned row
            }

            if (term < fields)
            {
                WritePresence(term, postings);
            }
            else
            {
                _stream.Clear();
                tokens.Streams.Read(term, _stream);
                Decode(_stream.Written, rows, postings, profiles);
            }

            ListSurfaces(term);
            dictionary.Add(tokens.Terms[term], postings.EndTerm(tokens.Terms[term], _surfaces));
        }

        return dictionary;
    }

    // Neighbours in the alphabet stand anywhere in memory: what will be read is asked for some terms ahead.
    private void FetchAhead(int[] sorted, int i)
    {
        const int Near = 4;
        const int Far = 8;
        if (i + Far < sorted.Length)
        {
            tokens.Streams.Fetch(sorted[i + Far]);
            tokens.Terms.Strings.Fetch(sorted[i + Far]);
            Ahead.Fetch(ref _variantStarts[sorted[i + Far]]);
            tokens.Streams.FetchStart(sorted[i + Near]);
            tokens.FetchSurface(_variantTokens[_variantStarts[sorted[i + Near]]]);
        }
    }

    private void WritePresence(int field, PostingsWriter postings)
    {
        var profile = (uint)renumbered[tokens.Streams.OneHit(field)];
        foreach (var row in tokens.Streams.PresentRows(field))
        {
            postings.AddField(field, 1);
            postings.AddHit(0, 0);
            postings.AddRow(row, profile);
        }
    }

    private void Decode(ReadOnlySpan<byte> stream, int rows, PostingsWriter postings, ProfileSet profiles)
    {
        // A hit takes a byte at least.
        var distances = postings.DistanceRoom(stream.Length);
        var symbols = postings.SymbolRoom(stream.Length);
        var (at, row, hit) = (0, -1, 0);
        for (; rows > 0; rows--)
        {
            row += VarInt.ReadInt(stream, ref at);
            var place = _places[VarInt.ReadInt(stream, ref at)];
            foreach (var code in profiles.Codes.Slice(place.Start, place.Count))
            {
                var hits = HitProfile.HitsOf(code);
                if (hits == HitProfile.Many)
                {
                    hits += VarInt.ReadInt(stream, ref at);
                }

                postings.AddField(HitProfile.FieldOf(code), hits);
                for (; hits > 0; hits--, hit++)
                {
                    var symbol = (uint)VarInt.Read(stream, ref at);
                    symbols[hit] = symbol;
                    distances[hit] = (symbol & TokenBuffer.Whole) == TokenBuffer.Whole ? 0 : (uint)VarInt.Read(stream, ref at);
                }
            }

            postings.AddRow((uint)row, (uint)place.Number);
        }

        postings.AddHits(hit);
    }

    /// <summary>The written forms of a term by variant number.</summary>
    private void ListSurfaces(int term)
    {
        _surfaces.Clear();
        for (var i = _variantStarts[term]; i < _variantStarts[term + 1]; i++)
        {
            var surface = tokens.SurfaceOf(_variantTokens[i]);
            _surfaces.Add(surface.IsEmpty ? tokens.Terms[term].ToArray() : surface.ToArray());
        }
    }

    private void GroupVariants()
    {
        _variantStarts = new int[tokens.Terms.Count + 1];
        foreach (var (term, _, _) in tokens.Variants())
        {
            _variantStarts[term + 1]++;
        }

        for (var i = 0; i < tokens.Terms.Count; i++)
        {
            _variantStarts[i + 1] += _variantStarts[i];
        }

        _variantTokens = new int[_variantStarts[^1]];
        foreach (var (term, variant, token) in tokens.Variants())
        {
            _variantTokens[_variantStarts[term] + variant] = token;
        }
    }
}
