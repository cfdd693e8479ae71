using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Lind.Web.Tests.Portal;

/// <summary>What a page's console complained about: broken policies, missing files, failing scripts.</summary>
internal static class Problems
{
    private static readonly ConditionalWeakTable<IPage, List<string>> Seen = [];

    public static void AddIfError(IPage page, IConsoleMessage message)
    {
        if (message.Type == "error")
        {
            Seen.GetOrCreateValue(page).Add(message.Text);
        }
    }

    public static IReadOnlyList<string> Of(IPage page) => Seen.TryGetValue(page, out var problems) ? problems : [];
}
