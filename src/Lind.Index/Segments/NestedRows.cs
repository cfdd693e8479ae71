using Lind.Index.Columns;
using Lind.Index.Storage;

namespace Lind.Index.Segments;

/// <summary>Which rows of a nested table belong to which document, in memory. Kept on the disk as the number of rows of each
/// document (<see cref="PackedNumbers"/>). Immutable.</summary>
internal sealed class NestedRows
{
    private NestedRows(uint[] parents, uint[] firstRows) => (Parents, FirstRows) = (parents, firstRows);

    /// <summary>The document of each row.</summary>
    internal uint[] Parents { get; }

    /// <summary>The first row of each document, and the end of the last one's; empty if there are no rows.</summary>
    internal uint[] FirstRows { get; }

    /// <exception cref="IndexFormatException">The counts do not add up to the rows.</exception>
    internal static NestedRows Read(Section counts, int documents, int rows, IndexFile file)
    {
        if (rows == 0)
        {
            return new NestedRows([], []);
        }

        var parents = new uint[rows];
        var firstRows = new uint[documents + 1];
        uint row = 0;
        Unpack(counts, documents, file, (document, count) =>
        {
            for (; count > 0; count--)
            {
                parents[row++] = (uint)document;
            }

            firstRows[document + 1] = row;
        });
        return row == rows ? new NestedRows(parents, firstRows) : throw IndexFormatException.In(file.Name, "rows without a document");
    }

    /// <summary>Hands each of a section's numbers over.</summary>
    /// <exception cref="IndexFormatException">The section cannot be read.</exception>
    internal static void Unpack(Section section, int count, IndexFile file, Action<int, ulong> take)
    {
        try
        {
            var at = 0;
            var numbers = count == 0 ? [] : PackedNumbers.Read(section.In(file).From(0, int.MaxValue), count, ref at);
            for (var i = 0; i < numbers.Length; i++)
            {
                take(i, numbers[i]);
            }
        }
        catch (Exception broken) when (broken is IndexOutOfRangeException or ArgumentException or InvalidDataException)
        {
            throw IndexFormatException.In(file.Name, $"numbers by row cannot be read: {broken.Message}");
        }
    }
}
