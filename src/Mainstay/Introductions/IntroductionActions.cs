using Mainstay.Accounts;
using Mainstay.Exchange;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;
using static Mainstay.Words.Texts;

namespace Mainstay.Introductions;

/// <summary>What the owner does about an introduction. What comes by a link is in <see cref="IntroductionAnswerActions"/>.</summary>
public static class IntroductionActions
{
    /// <summary>No letter of ours stands behind what the owner says.</summary>
    private static readonly Dictionary<Guid, Guid> ByHand = [];

    /// <summary>So long a link leads somewhere: the page behind it also asks, two weeks later, what came of it.</summary>
    private const int DaysOfLink = 60;

    /// <summary>Writes it; nothing is sent.</summary>
    public static Task<Introduction> AddIntroduction(this Store store, NewIntroduction it, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (it.Id is { } once && await store.Introductions.FirstOrDefaultAsync(i => i.Id == once, stop) is { } already) return already;
        foreach (var person in new[] { it.ConnectorId, it.FirstId, it.SecondId, it.TowardsId }.OfType<Guid>()) await store.WhoIsAsked(person, stop);
        Mistaken.ThrowIf(it.Check(today));
        await store.ThrowIfUnderWay(it.FirstId, it.SecondId, today, stop);
        await store.LetBe(it.FirstId, it.SecondId, today, clock, stop);
        var row = store.Add(new Introduction
        {
            Id = it.Id ?? Guid.CreateVersion7(),
            ConnectorId = it.ConnectorId,
            FirstId = it.FirstId,
            SecondId = it.SecondId,
            TowardsId = it.TowardsId,
            Purpose = it.Purpose.Trim(),
            Blurb = Filled(it.Blurb),
            IsBlind = it.IsBlind,
            Contact = Filled(it.Contact),
            AnswerBy = it.AnswerBy ?? today.AddDays(IntroductionSteps.ConnectorsDays),
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        }).Entity;
        await store.FillContact(row, stop);
        await store.SaveChangesAsync(stop);
        return row;
    }, stop);

    /// <summary>Says anew what it is for and what may be passed on, as long as nobody of those who are to meet is asked.</summary>
    public static Task<Introduction> ChangeIntroduction(this Store store, Guid id, IntroductionWording wording, DateOnly today, CancellationToken stop) => store.ChangeIntroduction(id, it =>
    {
        if (it.AskedOn is not null || it.WithdrawnOn is not null || it.ClosedOn is not null) throw new Conflict("Introductions.AskedAlready");
        Mistaken.ThrowIf(wording.Check(it, today));
        (it.Purpose, it.Blurb, it.IsBlind, it.Contact, it.AnswerBy) = (wording.Purpose.Trim(), Filled(wording.Blurb), wording.IsBlind, Filled(wording.Contact), wording.AnswerBy ?? it.AnswerBy);
    }, stop);

    /// <summary>Keeps the message to the connector as the owner wants it; empty, it is written anew.</summary>
    public static Task<Introduction> WordIntroduction(this Store store, Guid id, string? message, CancellationToken stop) => store.ChangeIntroduction(id, it =>
    {
        Mistaken.ThrowIf(new Problems().When(message?.Length > NewIntroduction.MostMessage, "message", "Introductions.TooLong", NewIntroduction.MostMessage));
        it.Message = Filled(message);
    }, stop);

    /// <summary>Makes a link by which one of them can answer.</summary>
    /// <returns>Its secret, to be shown now and never again.</returns>
    public static async Task<string> MakeIntroductionLink(this Store store, Guid id, LinkTo to, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        var it = await store.Introductions.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, stop) ?? throw new NotFound("Introductions.NotThere");
        if (it.WithdrawnOn is not null || it.ClosedOn is not null) throw new Conflict("Introductions.Withdrawn");
        if (!(to switch { LinkTo.Connector => !it.IsMine, LinkTo.First => it.IsMine, _ => it.IsMine || it.AcceptedOn is not null })) throw new Conflict("Introductions.NoLinkForThem");
        return await store.MakeLink(to.Purpose(), id, clock, stop, TimeSpan.FromDays(Math.Max(DaysOfLink, it.AnswerBy.DayNumber - today.DayNumber + DaysOfLink)));
    }

    /// <summary>The owner says that it is sent. That is a touch with whoever was written to.</summary>
    public static Task<Introduction> SendIntroduction(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.SendIntroduction(id, ByHand, today, clock, stop);

    /// <summary>It is sent, to each by this letter: the touch is called as the letter is, so that it goes when the letter never went out.</summary>
    internal static Task<Introduction> SendIntroduction(this Store store, Guid id, Dictionary<Guid, Guid> letters, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.IntroductionToChange(id, stop);
        if (it.SentOn is not null) return it;
        await store.ThrowIfSentBeside(it, today, stop);
        Guid[] asked = it.ConnectorId is { } connector ? [connector] : [it.FirstId!.Value, it.SecondId];
        foreach (var person in asked) await store.WhoIsAsked(person, stop);
        it.Send(today);
        await store.FillContact(it, stop);
        await store.SaveChangesAsync(stop);
        var name = await store.WhoIsAsked(it.SecondId, stop);
        foreach (var person in asked) await store.Wrote(letters, person, new("Introductions.TouchAsked", person == it.SecondId ? await store.WhoIsAsked(it.FirstId!.Value, stop) : name), today, clock, stop);
        return it;
    }, stop);

    /// <summary>The first message went to the other, or to both. That is a touch.</summary>
    public static Task<Introduction> SayWrote(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.WroteFirst(id, ByHand, today, clock, stop);

    /// <summary>The first message went out, to each by this letter.</summary>
    internal static Task<Introduction> WroteFirst(this Store store, Guid id, Dictionary<Guid, Guid> letters, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.IntroductionToChange(id, stop);
        if (it.OpenedOn is null) throw new Conflict("Introductions.NotOpen");
        if (it.WroteOn is not null) return it;
        it.WroteOn = today;
        await store.SaveChangesAsync(stop);
        foreach (var person in new[] { it.FirstId, it.SecondId }.OfType<Guid>()) await store.Wrote(letters, person, new("Introductions.TouchWrote"), today, clock, stop);
        return it;
    }, stop);

    /// <summary>The owner thanked the connector, who reads it on their page too. That is a touch.</summary>
    public static Task<Introduction> ThankConnector(this Store store, Guid id, string? thanks, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ThankConnector(id, thanks, ByHand, today, clock, stop);

    /// <summary>The owner thanked the connector by this letter.</summary>
    internal static Task<Introduction> ThankConnector(this Store store, Guid id, string? thanks, Dictionary<Guid, Guid> letters, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.IntroductionToChange(id, stop);
        if (it.ConnectorId is not { } connector || it.AcceptedOn is null) throw new Conflict("Introductions.NobodyToThank");
        Mistaken.ThrowIf(new Problems().When(thanks?.Length > NewIntroduction.MostText, "thanks", "Introductions.TooLong", NewIntroduction.MostText));
        var isFirst = it.ThankedOn is null;
        (it.Thanks, it.ThankedOn) = (Filled(thanks) ?? it.Thanks, it.ThankedOn ?? today);
        await store.SaveChangesAsync(stop);
        if (isFirst) await store.Wrote(letters, connector, new("Introductions.TouchThanked"), today, clock, stop);
        return it;
    }, stop);

    /// <summary>Takes it back: no link to it opens anything any more.</summary>
    public static Task<Introduction> WithdrawIntroduction(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.ChangeIntroduction(id, i =>
        {
            if (i.OpenedOn is not null) throw new Conflict("Introductions.OpenAlready");
            (i.WithdrawnOn, i.ClosedOn) = (i.WithdrawnOn ?? today, i.ClosedOn ?? today);
        }, stop);
        await store.RevokeIntroductionLinks(id, clock, stop);
        await store.CallOff(it, clock, stop);
        return it;
    }, stop);

    /// <summary>Leaves it at that.</summary>
    public static Task<Introduction> CloseIntroduction(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.ChangeIntroduction(id, i =>
        {
            if (i.IsUnderWay(today) && i.OpenedOn is null) throw new Conflict("Introductions.StillUnderWay");
            i.ClosedOn ??= today;
        }, stop);
        await store.CallOff(it, clock, stop);
        return it;
    }, stop);

    /// <summary>Today is to say nothing of it until then.</summary>
    public static Task<Introduction> QuietIntroduction(this Store store, Guid id, DateOnly until, CancellationToken stop) => store.ChangeIntroduction(id, it => it.QuietUntil = until, stop);

    internal static async Task<Introduction> IntroductionToChange(this Store store, Guid id, CancellationToken stop) =>
        await store.Introductions.FirstOrDefaultAsync(i => i.Id == id, stop) ?? throw new NotFound("Introductions.NotThere");

    internal static Task<Introduction> ChangeIntroduction(this Store store, Guid id, Action<Introduction> change, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var it = await store.IntroductionToChange(id, stop);
        change(it);
        await store.SaveChangesAsync(stop);
        return it;
    }, stop);

    internal static async Task RevokeIntroductionLinks(this Store store, Guid id, TimeProvider clock, CancellationToken stop)
    {
        foreach (var to in Enum.GetValues<LinkTo>()) await store.RevokeLinks(to.Purpose(), id, clock, stop);
    }

    /// <summary>Two at once for the same two people would be two letters about the same.</summary>
    internal static async Task ThrowIfUnderWay(this Store store, Guid? first, Guid second, DateOnly today, CancellationToken stop)
    {
        var between = await store.Between(first, second).AsNoTracking().ToListAsync(stop);
        if (between.Find(i => i.IsUnderWay(today)) is { } same) throw new UnderWayAlready(same.Id, await store.WhoIsAsked(second, stop));
    }

    /// <summary>Two of the same may stand beside each other since two people turned out to be one: as long as one is on its way, the other is not sent.</summary>
    internal static async Task ThrowIfSentBeside(this Store store, Introduction it, DateOnly today, CancellationToken stop)
    {
        if (await store.SentBeside(it, today, stop) is { } other) throw new UnderWayAlready(other.Id, await store.WhoIsAsked(it.SecondId, stop));
    }

    /// <summary>The other of the same that is on its way; null where there is none, or this one is sent itself.</summary>
    internal static async Task<Introduction?> SentBeside(this Store store, Introduction it, DateOnly today, CancellationToken stop)
    {
        if (it.SentOn is not null || it.ClosedOn is not null) return null;
        var beside = await store.Between(it.FirstId, it.SecondId).AsNoTracking().Where(i => i.Id != it.Id && i.SentOn != null).ToListAsync(stop);
        return beside.Find(i => i.IsUnderWay(today));
    }

    /// <summary>Of those before that came to nothing nothing more is to come: a late yes would be a second letter about the same.</summary>
    internal static async Task LetBe(this Store store, Guid? first, Guid second, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        foreach (var before in await store.Between(first, second).Where(i => i.OpenedOn == null).ToListAsync(stop))
        {
            before.ClosedOn = today;
            await store.CallOff(before, clock, stop);
        }
    }

    /// <summary>Those of two people of which something may still come.</summary>
    private static IQueryable<Introduction> Between(this Store store, Guid? first, Guid second) =>
        store.Introductions.Where(i => i.ClosedOn == null && ((i.FirstId == first && i.SecondId == second) || (first != null && i.FirstId == second && i.SecondId == first)));

    private static Task<Touch> Wrote(this Store store, Dictionary<Guid, Guid> letters, Guid person, Reason note, DateOnly today, TimeProvider clock, CancellationToken stop) =>
        store.Record(new() { Id = letters.TryGetValue(person, out var letter) ? letter : null, People = [person], On = today, Kind = TouchKind.Message, Direction = Direction.Out, Note = note.InWords() }, today, clock, stop);

    /// <summary>Those who had not got it were written to once more: it counts from here, and is a touch.</summary>
    internal static async Task WroteAnew(this Store store, Introduction it, IntroductionSend what, Dictionary<Guid, Guid> letters, DateOnly today, TimeProvider clock, CancellationToken stop)
    {
        if (what == IntroductionSend.Ask) it.SendAnew(today);
        await store.SaveChangesAsync(stop);
        foreach (var person in letters.Keys)
        {
            var note = what switch
            {
                IntroductionSend.Word => new Reason("Introductions.TouchWrote"),
                IntroductionSend.Thanks => new("Introductions.TouchThanked"),
                _ => new("Introductions.TouchAsked", await store.WhoIsAsked(person == it.SecondId ? it.FirstId!.Value : it.SecondId, stop)),
            };
            await store.Wrote(letters, person, note, today, clock, stop);
        }
    }

    /// <summary>Where the owner says nothing else, others reach them by mail. Without an account nothing is known yet, and it is looked up again later.</summary>
    internal static async Task FillContact(this Store store, Introduction it, CancellationToken stop)
    {
        if (!it.IsMine) it.Contact ??= await store.OwnersMail(stop);
    }

    private static Task<string?> OwnersMail(this Store store, CancellationToken stop)
    {
        var space = store.SpaceId;
        return store.Accesses.Where(a => a.SpaceId == space && a.Role == SpaceRole.Owner).OrderBy(a => a.Since).Join(store.Accounts, a => a.AccountId, a => a.Id, (_, a) => (string?)a.Mail).FirstOrDefaultAsync(stop);
    }
}

/// <summary>To whom a link goes.</summary>
public enum LinkTo { Connector, First, Second }

internal static class LinkPurposes
{
    /// <summary>Who that is; null where there is nobody on that side but the owner.</summary>
    public static Guid? Whom(this Introduction it, LinkTo to) => to switch { LinkTo.Connector => it.ConnectorId, LinkTo.First => it.FirstId, _ => it.SecondId };

    /// <summary>How they are called.</summary>
    public static string? NameOf(this IntroductionLine line, LinkTo to) => to switch { LinkTo.Connector => line.Connector, LinkTo.First => line.First, _ => line.Second };

    public static string Purpose(this LinkTo to) => to switch { LinkTo.Connector => "introduction-connector", LinkTo.First => "introduction-first", _ => "introduction-second" };
}
