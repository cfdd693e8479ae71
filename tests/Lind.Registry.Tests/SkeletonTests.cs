namespace Lind.Registry.Tests;

public sealed class SkeletonTests
{
    [Fact]
    public void Project_Builds() => Assert.NotNull(typeof(SkeletonTests).Assembly);
}
