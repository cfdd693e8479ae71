using System.Runtime.InteropServices;

namespace Lind.Store.Packing;

/// <summary>Learns a dictionary from records: the pieces and words whose number saves the most bytes.</summary>
public static class DictionaryTraining
{
    /// <summary>So many records show what comes again and again.</summary>
    public const int Records = 1000;

    // What is in fewer places is one study's own text.
    private const int MinCount = 3;
    private const int MinLength = 3;
    private const int MaxSegmentLength = 40;
    private const int BytesOfToken = 2;

    public static StudyDictionary Learn(long id, IEnumerable<ReadOnlyMemory<byte>> records)
    {
        var counts = new Dictionary<ulong, Candidate>();
        ReadOnlyMemory<byte>[] read = [.. records];
        for (var record = 0; record < read.Length; record++)
        {
            Count(read[record].Span, record, counts);
        }

        byte[] BytesOf(Candidate piece) => read[piece.Record].Slice(piece.Start, piece.Length).ToArray();
        var chosen = counts.Values
            .Where(piece => piece.Count >= MinCount && piece.Cost > BytesOfToken)
            .OrderByDescending(piece => (long)piece.Count * (piece.Cost - BytesOfToken))
            .ThenBy(piece => piece.Record).ThenBy(piece => piece.Start)
            .Take(StudyDictionary.MaxEntries)
            .OrderByDescending(piece => piece.Count)
            .ThenBy(piece => piece.Record).ThenBy(piece => piece.Start);
        return new StudyDictionary(id, chosen.Select(BytesOf));
    }

    // Frames and words count each time, whole values once a record: a record that repeats itself is for the compressor.
    private static void Count(ReadOnlySpan<byte> json, int record, Dictionary<ulong, Candidate> counts)
    {
        var start = 0;
        var pieces = new JsonPieces(json);
        while (pieces.Next(out var piece, out var isFrame))
        {
            if (piece.Length is >= MinLength and <= StudyDictionary.MaxEntryLength)
            {
                ref var known = ref Find(counts, piece, record, start);
                known.Cost = isFrame ? piece.Length : CostOfWords(json, start, start + piece.Length);
                if (isFrame || known.LastRecord != record)
                {
                    known.Count++;
                    known.LastRecord = record;
                }
            }

            if (!isFrame)
            {
                CountSegments(json, start, start + piece.Length, record, counts);
            }

            start += piece.Length;
        }
    }

    private static void CountSegments(
        ReadOnlySpan<byte> json, int start, int end, int record, Dictionary<ulong, Candidate> counts)
    {
        var whole = end - start;
        while (start < end)
        {
            var next = TextSegments.EndOf(json, start, end);
            // A value of one word was counted as a value.
            if (next - start is >= MinLength and <= MaxSegmentLength && next - start < whole)
            {
                ref var known = ref Find(counts, json[start..next], record, start);
                known.Cost = next - start;
                known.Count++;
            }

            start = next;
        }
    }

    // Two pieces with one hash of 64 bits would share a count: a worse choice of entries, nothing else.
    private static ref Candidate Find(
        Dictionary<ulong, Candidate> counts, ReadOnlySpan<byte> piece, int record, int start)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, PieceHash.Of64(piece), out var exists);
        if (!exists)
        {
            known = new Candidate { Record = record, Start = start, Length = piece.Length, LastRecord = -1 };
        }

        return ref known;
    }

    // What the value would take if only its words had numbers.
    private static int CostOfWords(ReadOnlySpan<byte> json, int start, int end)
    {
        var cost = 0;
        while (start < end)
        {
            var next = TextSegments.EndOf(json, start, end);
            cost += Math.Min(next - start, BytesOfToken);
            start = next;
        }

        return cost;
    }

    private struct Candidate
    {
        public int Record;
        public int Start;
        public int Length;
        public int Count;
        public int Cost;
        public int LastRecord;
    }
}
