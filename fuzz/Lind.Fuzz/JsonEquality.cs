using System.Text.Json;

namespace Lind.Fuzz;

/// <summary>Deep equality of two JSON texts, members in any order, as the framework decides it.</summary>
internal static class JsonEquality
{
    public static bool Equal(ReadOnlyMemory<byte> left, ReadOnlyMemory<byte> right)
    {
        using var first = JsonDocument.Parse(left);
        using var second = JsonDocument.Parse(right);
        return JsonElement.DeepEquals(first.RootElement, second.RootElement);
    }
}
