using Lind.Index.Encoding;

namespace Lind.Index.Postings;

/// <summary>How a term's occurrences are written and where in their value they stand: few combinations, numbered by
/// falling use.</summary>
/// <remarks>
/// <code>
/// n: var-int | [only if n > 1: surfaces s: var-int] | s × surface | n × (surface number * 4 + last * 2 + first): var-int
/// surface: 0 as the term | 1 first letter a capital | 2 all letters capitals | 3 + length, then the bytes    (var-int)
/// </code>
/// Example: a term that is always lower case and never first or last in its value: <c>01 00 00</c>.
/// </remarks>
internal sealed class SymbolTable
{
    private const int AsTerm = 0;
    private const int Capital = 1;
    private const int Capitals = 2;
    private const int Literal = 3;
    private readonly List<byte[]> _surfaces = [];
    private readonly List<int> _symbols = [];

    /// <summary>How many symbols there are.</summary>
    internal int Count => _symbols.Count;

    /// <summary>Whether the symbol stands first in its value.</summary>
    internal bool IsFirst(int symbol) => (_symbols[symbol] & TokenBuffer.First) != 0;

    /// <summary>Whether the symbol stands last in its value.</summary>
    internal bool IsLast(int symbol) => (_symbols[symbol] & TokenBuffer.Last) != 0;

    /// <summary>The written form.</summary>
    internal ReadOnlySpan<byte> SurfaceOf(int symbol) => _surfaces[_symbols[symbol] >> 2];

    /// <summary>First and last flags, and above them the surface's number.</summary>
    internal int Raw(int symbol) => _symbols[symbol];

    /// <summary>Writes a table.</summary>
    /// <param name="term">The term.</param>
    /// <param name="surfaces">The written forms; those that are used come first.</param>
    /// <param name="symbols">The symbols by falling use: surface number * 4 + flags.</param>
    /// <param name="target">Where to.</param>
    internal static void Write(ReadOnlySpan<byte> term, IReadOnlyList<byte[]> surfaces, ReadOnlySpan<uint> symbols, ByteBuffer target)
    {
        target.WriteVarInt((uint)symbols.Length);
        if (symbols.Length > 1)
        {
            target.WriteVarInt((uint)surfaces.Count);
        }

        foreach (var surface in surfaces)
        {
            WriteSurface(term, surface, target);
        }

        foreach (var symbol in symbols)
        {
            target.WriteVarInt(symbol);
        }
    }

    /// <summary>Reads a table and moves <paramref name="at"/> behind it.</summary>
    internal static SymbolTable Read(ReadOnlySpan<byte> term, ReadOnlySpan<byte> source, ref int at)
    {
        var table = new SymbolTable();
        var count = VarInt.ReadInt(source, ref at);
        var surfaces = count > 1 ? VarInt.ReadInt(source, ref at) : 1;
        for (; surfaces > 0; surfaces--)
        {
            table._surfaces.Add(ReadSurface(term, source, ref at));
        }

        for (; count > 0; count--)
        {
            table._symbols.Add(VarInt.ReadInt(source, ref at));
        }

        return table;
    }

    private static void WriteSurface(ReadOnlySpan<byte> term, ReadOnlySpan<byte> surface, ByteBuffer target)
    {
        if (surface.SequenceEqual(term))
        {
            target.WriteByte(AsTerm);
        }
        else if (IsWithCapitals(surface, term, 1))
        {
            target.WriteByte(Capital);
        }
        else if (IsWithCapitals(surface, term, term.Length))
        {
            target.WriteByte(Capitals);
        }
        else
        {
            target.WriteVarInt((uint)(Literal + surface.Length));
            target.Write(surface);
        }
    }

    private static byte[] ReadSurface(ReadOnlySpan<byte> term, ReadOnlySpan<byte> source, ref int at)
    {
        var kind = VarInt.ReadInt(source, ref at);
        switch (kind)
        {
            case AsTerm:
                return term.ToArray();
            case Capital:
                return WithCapitals(term, 1);
            case Capitals:
                return WithCapitals(term, term.Length);
            default:
                at += kind - Literal;
                return source[(at - kind + Literal)..at].ToArray();
        }
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
