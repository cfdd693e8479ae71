namespace Lind.Index.Encoding;

/// <summary>A word's place in a text, and the token it is known as.</summary>
public struct TextWord
{
    /// <summary>Where it starts, in bytes.</summary>
    public int Start { get; set; }

    /// <summary>The byte after it.</summary>
    public int End { get; set; }

    /// <summary>What <see cref="Segments.DocumentBuilder.FindTokens"/> found; -1: nothing.</summary>
    public long Token { get; set; }
}
