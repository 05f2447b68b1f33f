using Mainstay.Accounts;
using Mainstay.Algorithms.Text;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Cards;

/// <summary>Cards are written, turned on for a while, given another address, turned off and removed.</summary>
public static class CardActions
{
    internal const string Purpose = "card";

    /// <summary>Writes a card. It is off.</summary>
    public static Task<Card> AddCard(this Store store, NewCard card, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (card.Id is { } once && await store.Cards.FirstOrDefaultAsync(c => c.Id == once, stop) is { } already) return already;
        var problems = card.Check().When(await store.Cards.CountAsync(stop) >= NewCard.MostCards, "audience", "Cards.TooMany", NewCard.MostCards);
        Mistaken.ThrowIf(await store.Taken(problems, card.Audience, null, stop));
        var row = store.Add(new Card { Id = card.Id ?? Guid.CreateVersion7(), Audience = card.Audience.Trim(), Name = "", CreatedAt = clock.GetUtcNow().UtcDateTime }).Entity;
        Fill(row, card.Text);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Makes a card what is said now. Whoever has its address sees that from now on.</summary>
    public static Task<Card> ChangeCard(this Store store, Guid id, NewCard card, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CardToChange(id, stop);
        Mistaken.ThrowIf(await store.Taken(card.Check(), card.Audience, id, stop));
        row.Audience = card.Audience.Trim();
        Fill(row, card.Text);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>From now on whoever has its address sees the card, for so long. One that is on stays as it is.</summary>
    public static Task TurnCardOn(this Store store, Guid id, CardTime time, Seals seals, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CardToChange(id, stop);
        if (!(await store.CardOf(id, clock, stop)).IsOn) await store.GiveAddress(row, time, seals, clock, stop);
        return row;
    }, stop);

    /// <summary>Gives a card another address, for so long; the one before leads nowhere any more. One that was off is on by that.</summary>
    public static Task RenewCard(this Store store, Guid id, CardTime time, Seals seals, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CardToChange(id, stop);
        await store.GiveAddress(row, time, seals, clock, stop);
        return row;
    }, stop);

    /// <summary>From now on nobody sees it, whatever address they have.</summary>
    public static Task TurnCardOff(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CardToChange(id, stop);
        await store.TakeAddress(row, clock, stop);
        return row;
    }, stop);

    /// <summary>Removes a card, and its address for good. The answer is by what the card is taken back; it comes back turned off.</summary>
    public static Task<Guid> RemoveCard(this Store store, Guid id, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var row = await store.CardToChange(id, stop);
        await store.TakeAddress(row, clock, stop);
        return await store.LetGo(new(row), clock, stop);
    }, stop);

    /// <summary>How many days an address is good.</summary>
    public static int Days(CardTime time) => time switch { CardTime.Day => 1, CardTime.Week => 7, CardTime.Month => 30, CardTime.ThreeMonths => 90, _ => 365 };

    private static async Task GiveAddress(this Store store, Card row, CardTime time, Seals seals, TimeProvider clock, CancellationToken stop)
    {
        Mistaken.ThrowIf(new Problems().When(!Enum.IsDefined(time), "for", "Cards.NotATime"));
        if (await store.OwnersMail(stop) is null) throw new CannotBeDone("Cards.NobodyHere");
        await store.TakeAddress(row, clock, stop);
        row.Locked = seals.Seal(await store.MakeLink(Purpose, row.Id, clock, stop, TimeSpan.FromDays(Days(time))));
        await store.SaveChangesAsync(stop);
    }

    private static async Task TakeAddress(this Store store, Card row, TimeProvider clock, CancellationToken stop)
    {
        await store.RevokeLinks(Purpose, row.Id, clock, stop);
        row.Locked = null;
        await store.SaveChangesAsync(stop);
    }

    internal static void Fill(Card row, CardText said)
    {
        var text = said.Tidy();
        (row.Name, row.Pronouns, row.Headline, row.Organization) = (text.Name, text.Pronouns, text.Headline, text.Organization);
        (row.Mail, row.Phone, row.Links) = (text.Mail, text.Phone, text.Links.Count == 0 ? null : string.Join('\n', text.Links));
        (row.Pitch, row.Seeks, row.Offers) = (text.Pitch, text.Seeks, text.Offers);
    }

    private static async Task<Problems> Taken(this Store store, Problems problems, string audience, Guid? but, CancellationToken stop)
    {
        var named = Named(audience);
        var others = await store.Cards.Where(c => c.Id != but).Select(c => c.Audience).ToListAsync(stop);
        return problems.When(others.Any(o => Named(o) == named), "audience", "Cards.AudienceTaken", audience.Trim());
    }

    internal static string Named(string audience) => Folding.Fold(audience.Trim());

    private static async Task<Card> CardToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Cards.FirstOrDefaultAsync(c => c.Id == id, stop) ?? throw new NotFound("Cards.NotThere");

    /// <summary>Brings back a card that was removed, unless there is another one for the same audience by now.</summary>
    internal sealed class Back : RemovalActions.Back<Card>
    {
        protected override async Task MayReturn(Store store, Card row, TimeProvider clock, CancellationToken stop)
        {
            if ((await store.Taken(new(), row.Audience, row.Id, stop)).Any) throw new Conflict("Cards.AudienceTaken", row.Audience);
            row.Locked = null;
        }
    }
}
