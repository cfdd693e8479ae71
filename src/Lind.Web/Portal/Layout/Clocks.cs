namespace Lind.Web.Portal;

/// <summary>The day it is for everybody who reads: that of Greenwich.</summary>
internal static class Clocks
{
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
}
