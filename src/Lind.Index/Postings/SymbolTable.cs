using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>How a term's occurrences are written and where in their value they stand: few combinations, numbered by
/// falling use.</summary>
/// <remarks>
/// <code>
/// head: var-int     below 20: one symbol: form * 4 + last * 2 + first, form below 5
///                   20 to 23: one symbol: 20 + last * 2 + first, then its surface
///                   from 24:  (head - 24) / 2 + 2 symbols n, then surfaces s: var-int | s × surface | n × (surface number * 4 + last * 2
///                   + first): var-int | if head is odd: usual symbols u: var-int | u × (field - the one before: var-int | symbol: var-int)
/// surface: var-int  form: 0 as the term | 1 first letter a capital | 2 all letters capitals | 3 with "s" | 4 both 1 and 3
///                   | 5 + length, then the bytes
/// </code>
/// Example: a term that is always lower case and never first or last in its value: <c>00</c>; one that is always written with
/// a capital, first in its value: <c>05</c>. Nine terms in ten have one symbol, and nearly all of those take this one byte.
/// In a field with a usual symbol, that and symbol 0 stand for one another where occurrences are coded.
/// </remarks>
internal sealed class SymbolTable
{
    private const int AsTerm = 0;
    private const int Capital = 1;
    private const int Capitals = 2;
    private const int Plural = 3;
    private const int CapitalPlural = 4;
    private const int Literal = 5;
    private const int OneLiteral = Literal * 4;
    private const int Several = OneLiteral + 4;
    private readonly List<byte[]> _surfaces = [];
    private readonly List<int> _symbols = [];
    private readonly List<(int Field, int Symbol)> _usual = [];

    /// <summary>How many symbols there are.</summary>
    internal int Count => _symbols.Count;

    /// <summary>Whether the symbol stands first in its value.</summary>
    internal bool IsFirst(int symbol) => (_symbols[symbol] & TokenBuffer.First) != 0;

    /// <summary>Whether the symbol stands last in its value.</summary>
    internal bool IsLast(int symbol) => (_symbols[symbol] & TokenBuffer.Last) != 0;

    /// <summary>Whether the symbol is all of its value: such occurrences have no position.</summary>
    internal bool IsWhole(int symbol) => (_symbols[symbol] & TokenBuffer.Whole) == TokenBuffer.Whole;

    /// <summary>The fields in which another symbol than 0 is the usual one, and which.</summary>
    internal IReadOnlyList<(int Field, int Symbol)> Usual => _usual;

    /// <summary>The written form.</summary>
    internal ReadOnlySpan<byte> SurfaceOf(int symbol) => _surfaces[_symbols[symbol] >> 2];

    /// <summary>First and last flags, and above them the surface's number.</summary>
    internal int Raw(int symbol) => _symbols[symbol];

    /// <summary>Writes a table.</summary>
    /// <param name="term">The term.</param>
    /// <param name="surfaces">The written forms; those that are used come first.</param>
    /// <param name="symbols">The symbols by falling use: surface number * 4 + flags.</param>
    /// <param name="usual">The fields in which another symbol than 0 is the usual one, ascending, and which.</param>
    /// <param name="target">Where to.</param>
    internal static void Write(
        ReadOnlySpan<byte> term, IReadOnlyList<byte[]> surfaces, ReadOnlySpan<uint> symbols,
        IReadOnlyList<(int Field, int Symbol)> usual, ByteBuffer target)
    {
        if (symbols.Length == 1)
        {
            var form = FormOf(term, surfaces[0]);
            target.WriteByte((byte)((form * 4) | (int)(symbols[0] & 3)));
            if (form == Literal)
            {
                WriteSurface(term, surfaces[0], target);
            }

            return;
        }

        target.WriteVarInt((uint)(Several + ((symbols.Length - 2) * 2) + (usual.Count > 0 ? 1 : 0)));
        target.WriteVarInt((uint)surfaces.Count);
        foreach (var surface in surfaces)
        {
            WriteSurface(term, surface, target);
        }

        foreach (var symbol in symbols)
        {
            target.WriteVarInt(symbol);
        }

        if (usual.Count > 0)
        {
            WriteUsual(usual, target);
        }
    }

    private static void WriteUsual(IReadOnlyList<(int Field, int Symbol)> usual, ByteBuffer target)
    {
        target.WriteVarInt((uint)usual.Count);
        var before = 0;
        foreach (var (field, symbol) in usual)
        {
            target.WriteVarInt((uint)(field - before));
            target.WriteVarInt((uint)symbol);
            before = field;
        }
    }

    /// <summary>Reads a table and moves <paramref name="at"/> behind it.</summary>
    internal static SymbolTable Read(ReadOnlySpan<byte> term, ReadOnlySpan<byte> source, ref int at)
    {
        var table = new SymbolTable();
        var head = VarInt.ReadInt(source, ref at);
        if (head < Several)
        {
            table._surfaces.Add(head < OneLiteral ? FormOf(term, head / 4) : ReadSurface(term, source, ref at));
            table._symbols.Add(head & 3);
            return table;
        }

        for (var surfaces = VarInt.ReadInt(source, ref at); surfaces > 0; surfaces--)
        {
            table._surfaces.Add(ReadSurface(term, source, ref at));
        }

        for (var count = ((head - Several) / 2) + 2; count > 0; count--)
        {
            table._symbols.Add(VarInt.ReadInt(source, ref at));
        }

        if (head % 2 != Several % 2)
        {
            table.ReadUsual(source, ref at);
        }

        return table;
    }

    private void ReadUsual(ReadOnlySpan<byte> source, ref int at)
    {
        var field = 0;
        for (var count = VarInt.ReadInt(source, ref at); count > 0; count--)
        {
            field += VarInt.ReadInt(source, ref at);
            var symbol = VarInt.ReadInt(source, ref at);
            if (field >= Schemas.TableSchema.MaxTextFields || symbol >= _symbols.Count)
            {
                throw new InvalidDataException("a usual symbol that is not there");
            }

            _usual.Add((field, symbol));
        }
    }

    private static void WriteSurface(ReadOnlySpan<byte> term, ReadOnlySpan<byte> surface, ByteBuffer target)
    {
        var form = FormOf(term, surface);
        target.WriteVarInt((uint)(form == Literal ? Literal + surface.Length : form));
        if (form == Literal)
        {
            target.Write(surface);
        }
    }

    private static int FormOf(ReadOnlySpan<byte> term, ReadOnlySpan<byte> surface)
    {
        if (surface.Length == term.Length)
        {
            return surface.SequenceEqual(term) ? AsTerm
                : IsWithCapitals(surface, term, 1) ? Capital
                : IsWithCapitals(surface, term, term.Length) ? Capitals
                : Literal;
        }

        if (surface.Length != term.Length + 1 || surface[^1] != 's')
        {
            return Literal;
        }

        return surface[..^1].SequenceEqual(term) ? Plural : IsWithCapitals(surface[..^1], term, 1) ? CapitalPlural : Literal;
    }

    private static byte[] FormOf(ReadOnlySpan<byte> term, int form) => form switch
    {
        AsTerm => term.ToArray(),
        Capital => WithCapitals(term, 1),
        Capitals => WithCapitals(term, term.Length),
        Plural => [.. term, (byte)'s'],
        _ => [.. WithCapitals(term, 1), (byte)'s'],
    };

    private static byte[] ReadSurface(ReadOnlySpan<byte> term, ReadOnlySpan<byte> source, ref int at)
    {
        var kind = VarInt.ReadInt(source, ref at);
        if (kind < Literal)
        {
            return FormOf(term, kind);
        }

        at += kind - Literal;
        return source[(at - kind + Literal)..at].ToArray();
    }

    private static bool IsWithCapitals(ReadOnlySpan<byte> surface, ReadOnlySpan<byte> term, int count)
    {
        if (surface.Length != term.Length)
        {
            return false;
        }

        for (var i = 0; i < term.Length; i++)
        {
            var isCapital = i < count && term[i] is >= (byte)'a' and <= (byte)'z';
            if (surface[i] != (isCapital ? term[i] - 32 : term[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static byte[] WithCapitals(ReadOnlySpan<byte> term, int count)
    {
        var surface = term.ToArray();
        for (var i = 0; i < Math.Min(count, surface.Length); i++)
        {
            surface[i] -= surface[i] is >= (byte)'a' and <= (byte)'z' ? (byte)32 : (byte)0;
        }

        return surface;
    }
}
