namespace Lind.Search.Analysis;

/// <summary>The units that are written without a space after an amount.</summary>
internal static class Units
{
    private static readonly byte[][] Known =
    [
        "mg"u8.ToArray(), "kg"u8.ToArray(), "g"u8.ToArray(), "mcg"u8.ToArray(), "ug"u8.ToArray(), "µg"u8.ToArray(),
        "μg"u8.ToArray(), "ng"u8.ToArray(), "ml"u8.ToArray(), "mL"u8.ToArray(), "l"u8.ToArray(), "L"u8.ToArray(),
        "dl"u8.ToArray(), "dL"u8.ToArray(), "mm"u8.ToArray(), "cm"u8.ToArray(), "mmol"u8.ToArray(), "IU"u8.ToArray(),
        "mmHg"u8.ToArray(), "Gy"u8.ToArray(), "cGy"u8.ToArray(), "hr"u8.ToArray(), "hrs"u8.ToArray(), "min"u8.ToArray(),
    ];

    /// <summary>Whether the text begins with a unit that ends there.</summary>
    public static bool StartsUnit(ReadOnlySpan<byte> text)
    {
        foreach (var unit in Known)
        {
            if (text.StartsWith(unit) && (text.Length == unit.Length || EndsWord(text[unit.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWord(byte b) => b < 0x80 && !char.IsAsciiLetterOrDigit((char)b);
}
