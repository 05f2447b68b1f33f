using Mainstay.Storage;
using Mainstay.Web;

namespace Mainstay.Outreach;

/// <summary>Today: a message that went out from here may not have come through, and nobody sends it again by themselves.</summary>
internal sealed class InVainCard : ITodayCard
{
    /// <summary>So long it is spoken of; then it stands only where the message stands.</summary>
    private const int Days = 14;

    public IReadOnlyList<Type> About { get; } = [typeof(Draft)];

    public async Task<IReadOnlyList<TodayItem>> Worth(Store store, DateOnly today, CancellationToken stop) =>
        [.. (await store.DraftsInVain(today.AddDays(-Days), stop)).Select(Card)];

    private static TodayItem Card(DraftLine line) => new()
    {
        Kind = "mail",
        Subject = line.It.Id,
        PersonId = line.It.PersonId,
        PersonName = line.To,
        Sentence = new("Outreach.CardInVain", line.To),
        Reasons = [line.Trouble!],
        Action = new("Outreach.DoInVain"),
        ActionHref = $"/drafts/{line.It.Id}",
        Priority = 5.6,
    };
}
