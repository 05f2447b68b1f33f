using Mainstay.Accounts;
using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.Mail;
using Mainstay.Rhythm;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;
using Microsoft.EntityFrameworkCore;

namespace Mainstay.Accountability;

/// <summary>The witness of a commitment is named, asked by a link, answers, writes and steps down.</summary>
public static class WitnessActions
{
    /// <summary>What the links of witnesses are for.</summary>
    public const string Purpose = "witness";

    /// <summary>From where something is sent: how the server is reached, the owner's day, and what time it is. Sent twice with the same id, it is sent once.</summary>
    public sealed record Desk(Settings Settings, DateOnly Today, TimeProvider Clock, Guid? Once = null);

    /// <summary>Names the one who is to be asked; the links of whoever it was before open nothing any more.</summary>
    public static Task<Guid> ChooseWitness(this Store store, Guid id, Guid person, TimeProvider clock, CancellationToken stop) => store.ChangeCommitment(id, async course =>
    {
        if (!course.IsOpen) throw new Conflict("Accountability.ItIsOver");
        await store.WhoIsAsked(person, stop);
        if (course.It.WitnessId == person && course.It.IsNamed()) return;
        course.It.Choose(person);
        await store.RevokeLinks(Purpose, id, clock, stop);
    }, clock, stop);

    /// <summary>Makes a link: to ask, good for 14 days; for who has accepted, until a month after the commitment is due.</summary>
    /// <returns>Its secret, to be shown now and never again.</returns>
    public static Task<string> MakeWitnessLink(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        var course = await store.CourseToChange(id, stop);
        if (course.It.WitnessId is { } person) await store.WhoIsAsked(person, stop);
        course.It.AskWitness(today);
        if (!course.IsOpen && course.It.Witness != WitnessState.Accepted) throw new Conflict("Accountability.ItIsOver");
        await store.SaveChangesAsync(stop);
        var secret = await store.MakeLink(Purpose, id, clock, stop, TimeSpan.FromDays(Witnessing.DaysToAnswer));
        if (course.It.Witness == WitnessState.Accepted) await store.KeepWitnessing(id, course.It.EndedOn ?? course.LastDue(today), clock, stop);
        return secret;
    }, stop);

    /// <summary>Sends the message with a new link from here, in the owner's name and with their address to answer to. That is a touch, without a note: that there is a commitment is the owner's alone.</summary>
    /// <param name="store">Of the space.</param>
    /// <param name="id">Which commitment.</param>
    /// <param name="message">What is written; the link stands in its place.</param>
    /// <param name="desk">To where links lead, and what time it is.</param>
    /// <param name="stop">Breaks off.</param>
    public static Task<Letter> SendToWitness(this Store store, Guid id, string message, Desk desk, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        if (desk.Once is { } once && await store.Letters.FirstOrDefaultAsync(l => l.Id == once, stop) is { } already) return already;
        if (!MailSettings.CanSend(desk.Settings)) throw new Conflict("Mail.NoMailServer");
        var line = await store.CommitmentOf(id, stop);
        var to = line.Witness ?? throw new Conflict("Accountability.NoWitnessNamed");
        var (_, mail) = await store.Reach(to.Id, stop);
        Mistaken.ThrowIf(new Problems().When(mail is null, "message", "Mail.NoMailToSend", to.Name).When(message.Length > NewAsk.MostMessage, "message", "Accountability.TooLong", NewAsk.MostMessage));
        var secret = await store.MakeWitnessLink(id, desk.Today, desk.Clock, stop);
        await store.Record(new() { People = [to.Id], On = desk.Today, Kind = TouchKind.Mail, Direction = Direction.Out }, desk.Today, desk.Clock, stop);
        return await store.Post(new()
        {
            Id = desk.Once,
            Cause = "Accountability.CauseWitness",
            SubjectId = id,
            To = mail!,
            ToName = to.Name,
            FromName = await store.OwnersName(stop),
            ReplyTo = await store.OwnersMail(stop),
            Subject = CommitmentWords.Subject(line.It).InWords(),
            Text = AskWords.WithLink(message, ByLink.Of(Reached.FromHere(desk.Settings), secret)),
        }, desk.Clock, stop);
    }, stop);

    /// <summary>The owner says what they answered otherwise: on the phone, by mail.</summary>
    public static Task<Guid> SayWitnessAnswer(this Store store, Guid id, bool isYes, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeCommitment(id, async course =>
    {
        if (course.It.WitnessId is { } person) await store.WhoIsAsked(person, stop);
        if (isYes) course.It.AcceptWitness(today);
        else course.It.DeclineWitness(today);
        if (isYes) await store.KeepWitnessing(id, course.LastDue(today), clock, stop);
        else await store.EndLinks(Purpose, id, clock, stop);
    }, clock, stop);

    /// <summary>The owner lets the witness go: no link of theirs opens anything any more. What they wrote stays.</summary>
    public static Task<Guid> ReleaseWitness(this Store store, Guid id, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ChangeCommitment(id, async course =>
    {
        course.It.Release(today);
        await store.RevokeLinks(Purpose, id, clock, stop);
    }, clock, stop);

    /// <summary>They accept by their link, which stays good. Of a yes and a no at once, the first counts.</summary>
    public static Task AcceptByLink(this Store store, TokenLink link, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByWitness(link, async it =>
    {
        it.AcceptWitness(today);
        await store.SaveChangesAsync(stop);
        await store.KeepWitnessing(it.Id, (await store.CourseToChange(it.Id, stop)).LastDue(today), clock, stop);
    }, clock, stop);

    public static Task DeclineByLink(this Store store, TokenLink link, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByWitness(link, it =>
    {
        if (it.Witness == WitnessState.Accepted) throw new Conflict("Accountability.YouSaidYes");
        it.DeclineWitness(today);
        return store.UseLink(link, clock, stop);
    }, clock, stop);

    public static Task StepDownByLink(this Store store, TokenLink link, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByWitness(link, it =>
    {
        if (it.Witness != WitnessState.Accepted) throw new Conflict("Accountability.SayYesFirst");
        it.StepDown(today);
        return store.UseLink(link, clock, stop);
    }, clock, stop);

    /// <summary>A sentence back. The same one twice on a day is as once.</summary>
    public static Task WriteByLink(this Store store, TokenLink link, string? text, DateOnly today, TimeProvider clock, CancellationToken stop) => store.ByWitness(link, async it =>
    {
        Mistaken.ThrowIf(new Problems().When(string.IsNullOrWhiteSpace(text), "word", "Accountability.WordMissing").When(text?.Length > WitnessWord.MostText, "word", "Accountability.TooLong", WitnessWord.MostText));
        if (it.Witness != WitnessState.Accepted) throw new Conflict("Accountability.SayYesFirst");
        var word = text!.Trim();
        if (await store.WitnessWords.AnyAsync(w => w.CommitmentId == it.Id && w.On == today && w.Text == word, stop)) return;
        if (await store.WitnessWords.CountAsync(w => w.CommitmentId == it.Id, stop) >= WitnessWord.MostOfOne) throw new Conflict("Accountability.TooManyWords", WitnessWord.MostOfOne);
        store.Add(new WitnessWord { CommitmentId = it.Id, PersonId = it.WitnessId, Text = word, On = today, WrittenAt = clock.GetUtcNow().UtcDateTime });
    }, clock, stop);

    /// <summary>The witness looks and writes until a month after this day of the owner's, by the links they have.</summary>
    internal static async Task KeepWitnessing(this Store store, Guid id, DateOnly due, TimeProvider clock, CancellationToken stop) =>
        await store.KeepOpen(Purpose, id, await store.EndOfDay(due.AddDays(Witnessing.DaysAfter), stop), clock, stop);

    /// <summary>The last day where the owner is on which a link opens something that opens nothing from this moment on.</summary>
    internal static DateOnly LastDay(DateTime end, Owner owner) => owner.DayAt(new DateTimeOffset(DateTime.SpecifyKind(end, DateTimeKind.Utc)).AddTicks(-1));

    /// <summary>Who lies in the trash, or was removed, witnesses nothing: their link is as if it had been revoked.</summary>
    internal static async Task<CommitmentLine> Witnessed(this Store store, TokenLink link, CancellationToken stop)
    {
        var line = await store.Commitments.AnyAsync(c => c.Id == link.SubjectId, stop) ? await store.CommitmentOf(link.SubjectId, stop) : throw new NotFound("Accounts.NoSuchLink");
        return line.Witness is null ? throw new Gone("Accounts.LinkRevoked") : line;
    }

    private static Task<Guid> ByWitness(this Store store, TokenLink link, Func<Commitment, Task> act, TimeProvider clock, CancellationToken stop) => store.AllOrNothing(async () =>
    {
        await store.CheckLink(link, clock, stop);
        await store.Witnessed(link, stop);
        var it = await store.Commitments.FirstAsync(c => c.Id == link.SubjectId, stop);
        await act(it);
        await store.SaveChangesAsync(stop);
        return it.Id;
    }, stop);
}
