using Lind.Index.Queries;
using Lind.Index.Segments;
using Lind.Index.Storage;
using Lind.Index.Tests.Model;

namespace Lind.Index.Tests.Queries;

public sealed class BlockWalkTests
{
    [Theory]
    [InlineData(3)]
    [InlineData(128)]
    [InlineData(150)]
    [InlineData(256)]
    [InlineData(300)]
    public void NextFrom_AfterTheEnd_FindsTheRowAgain(int rows)
    {
        using var writer = IndexWriter.Open(new MemoryDirectory(), ModelWorld.Schema);
        var builder = writer.CreateBuilder();
        for (var key = 1; key <= rows; key++)
        {
            builder.Begin(key);
            builder.BeginValue(0);
            builder.Token("word"u8, "word"u8);
            builder.EndValue();
            builder.End();
        }

        using var snapshot = writer.Commit();
        var table = Assert.Single(snapshot.Segments).Reader.Tables[0];
        Assert.True(table.Dictionary.TryFind("word"u8, out var place));
        for (var row = 0; row < rows; row++)
        {
            var walk = new BlockWalk(table.Postings, place);
            for (walk.LoadFor(0); !walk.AtEnd; walk.LoadNext())
            {
            }

            Assert.Equal(row, walk.NextFrom(row));
        }
    }
}
