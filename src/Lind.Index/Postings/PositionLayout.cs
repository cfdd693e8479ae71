namespace Lind.Index.Postings;

/// <summary>How a table's positions are coded.</summary>
/// <param name="Orders">For each field the orders of first positions and of distances, see <see cref="PositionCode"/>.</param>
/// <param name="AsideFrom">The first field whose positions stand behind those of the others.</param>
internal sealed record PositionLayout(byte[] Orders, int AsideFrom);
