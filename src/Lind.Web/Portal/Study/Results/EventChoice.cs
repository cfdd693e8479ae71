namespace Lind.Web.Portal;

/// <summary>Which adverse events a reader looks at, and in which order.</summary>
public enum EventKind
{
    /// <summary>Serious and other ones.</summary>
    All,

    /// <summary>The serious ones only.</summary>
    Serious,

    /// <summary>The other ones only.</summary>
    Other,
}

/// <summary>Orders of adverse events.</summary>
public enum EventOrder
{
    /// <summary>By organ system, as the record lists them within it.</summary>
    Organ,

    /// <summary>By the event's name.</summary>
    Term,

    /// <summary>The largest share affected in any group first.</summary>
    Share,
}

/// <summary>The choice as the page's address holds it: <c>?events=serious&amp;by=share</c>; anything else is the usual
/// view.</summary>
public sealed record EventChoice(EventKind Kind = EventKind.All, EventOrder Order = EventOrder.Organ)
{
    public static EventChoice Of(string? events, string? by) => new(
        events switch { "serious" => EventKind.Serious, "other" => EventKind.Other, _ => EventKind.All },
        by switch { "term" => EventOrder.Term, "share" => EventOrder.Share, _ => EventOrder.Organ });

    /// <summary>The query that leads to this choice; empty for the usual view.</summary>
    public string Query
    {
        get
        {
            var parts = new List<string>();
            if (Kind != EventKind.All)
            {
                parts.Add(Kind == EventKind.Serious ? "events=serious" : "events=other");
            }

            if (Order != EventOrder.Organ)
            {
                parts.Add(Order == EventOrder.Term ? "by=term" : "by=share");
            }

            return parts.Count == 0 ? "" : "?" + string.Join('&', parts);
        }
    }
}
