using System.Globalization;
using Mainstay.Entrance;
using Mainstay.Exchange;
using Mainstay.Mail;
using Mainstay.People;
using Mainstay.Storage;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Introductions;

/// <summary>A message that the owner is to send.</summary>
/// <param name="To">By whose link it is answered.</param>
/// <param name="Name">To whom it goes.</param>
/// <param name="Text">What it says, with the place of the link in it.</param>
/// <param name="Mail">Where mail reaches them; null when that is not known.</param>
/// <param name="Subject">What stands above it in mail.</param>
public sealed record IntroductionLetter(LinkTo To, string Name, string Text, string? Mail, string Subject)
{
    /// <summary>Who sends it on in their own name; null when it goes from the owner to whom it is for.</summary>
    public string? Via { get; init; }

    /// <summary>Nothing is answered by a link: there is none in it.</summary>
    public bool IsPlain { get; init; }

    /// <summary>The link that was just made, shown this once.</summary>
    public string? Link { get; init; }

    /// <summary>Said where mail cannot reach them; null where it can.</summary>
    public Reason? NoMail => Mail is not null ? null : new(IsPlain ? "Introductions.NoMail" : "Introductions.NoMailForLink", Via ?? Name);

    /// <summary>The addresses it goes to, and whose each is: one message may go to both who are brought together.</summary>
    public IEnumerable<(LinkTo To, string Address)> Each => Mail?.Split(',') switch { null => [], [var first, var second] => [(LinkTo.First, first), (LinkTo.Second, second)], var one => one.Select(address => (To, address)) };

    /// <summary>What it says, with the link when there is one.</summary>
    public string Whole => Link is { } link ? AskWords.WithLink(Text, link) : Text;
}

/// <summary><c>/introductions/{id}</c>: how an introduction stands, and the one next step. <c>/introductions</c>: all of them.</summary>
public sealed partial class IntroductionPage
{
    private const string Address = "/introductions/{id:guid}";

    internal static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get(IntroductionsPage.Address, async (HttpContext http, Store store, Visit visit, CancellationToken stop) =>
            Answers.Page<IntroductionsPage>(new { Lines = await store.AllIntroductions(visit.Today, stop), visit.Today, Said = Said.From(http.Request.Query) }));
        pages.Get(Address, (HttpContext http, Guid id, CancellationToken stop) => Show(http, id, null, null, stop));
        pages.Post(Address + "/text", Ready);
        pages.Post(Address + "/send", SendFromHere);
        Turn(pages, "/edit", "Introductions.SaidNoted", (store, id, visit, form, stop) =>
            store.ChangeIntroduction(id, new(form.Filled("purpose") ?? "", form.Filled("blurb")?.ReplaceLineEndings("\n"), form["blind"].Count > 0, form.Filled("contact"), form.Day("answerBy")), visit.Today, stop));
        Turn(pages, "/sent", "Exchange.SaidSent", (store, id, visit, _, stop) => store.SendIntroduction(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/passed", "Introductions.SaidNoted", (store, id, visit, _, stop) => store.PassOn(id, new(), visit.Today, visit.Clock, stop));
        Turn(pages, "/answer", "Introductions.SaidNoted", (store, id, visit, form, stop) => store.SayConsent(id, Enum.TryParse<Side>(form["side"], out var side) ? side : Side.Second, Reply(form), visit.Today, visit.Clock, stop));
        Turn(pages, "/wrote", "Introductions.SaidNoted", (store, id, visit, _, stop) => store.SayWrote(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/outcome", "Introductions.SaidNoted", (store, id, visit, form, stop) => store.SayMeeting(id, Side.First, Enum.TryParse<MeetingOutcome>(form["outcome"], out var outcome) ? outcome : (MeetingOutcome)(-1), visit.Today, stop));
        Turn(pages, "/thanked", "Exchange.SaidThanked", (store, id, visit, form, stop) => store.ThankConnector(id, form["thanks"], visit.Today, visit.Clock, stop));
        Turn(pages, "/withdraw", "Exchange.SaidWithdrawn", (store, id, visit, _, stop) => store.WithdrawIntroduction(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/close", "Exchange.SaidClosed", (store, id, visit, _, stop) => store.CloseIntroduction(id, visit.Today, visit.Clock, stop));
        Turn(pages, "/later", "Exchange.SaidLater", (store, id, visit, form, stop) => store.QuietIntroduction(id, visit.Today.AddDays(int.TryParse(form["days"], NumberStyles.None, CultureInfo.InvariantCulture, out var days) ? Math.Clamp(days, 1, 731) : 7), stop));
        pages.Post(Address + "/remove", async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
            Answers.Done(http, FormCollection.Empty, IntroductionsPage.Address, ("said", "Introductions.SaidRemoved"), ChangesPage.Undo(await store.RemoveIntroduction(id, visit.Clock, stop))));
    }

    /// <summary>Keeps the message, makes a link and shows both this once: only the hash of the link is kept.</summary>
    private static async Task<IResult> Ready(HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            var line = await store.IntroductionOf(id, stop);
            var to = Enum.TryParse<LinkTo>(form["to"], out var typed) && Enum.IsDefined(typed) ? typed : LinkTo.Connector;
            if (to == LinkTo.Connector && line.It.StepOn(visit.Today) is IntroductionStep.Send or IntroductionStep.WaitForConnector) await KeepWords(store, line, form, visit.Today, stop);
            var secret = await store.MakeIntroductionLink(id, to, visit.Today, visit.Clock, stop);
            return await Show(http, id, (to, ByLink.Of(Reached.From(http), secret)), null, stop);
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, null, new("it", form, mistaken.Problems), stop);
        }
    }

    /// <summary>What stands in the field is what goes out.</summary>
    private static async Task KeepWords(Store store, IntroductionLine line, IFormCollection form, DateOnly today, CancellationToken stop)
    {
        var message = form.Filled("message")?.ReplaceLineEndings("\n");
        var written = (await store.LettersFor(line with { It = Unworded(line.It) }, today, stop)) is [var letter, ..] ? letter.Text : null;
        await store.WordIntroduction(line.It.Id, message == written?.Trim() ? null : message, stop);
    }

    private static async Task<IResult> SendFromHere(HttpContext http, Guid id, Store store, Visit visit, Settings settings, CancellationToken stop)
    {
        var form = await http.Request.ReadFormAsync(stop);
        try
        {
            IntroductionSend? what = Enum.TryParse<IntroductionSend>(form["letter"], true, out var typed) && Enum.IsDefined(typed) ? typed : null;
            var line = await store.IntroductionOf(id, stop);
            if (what == IntroductionSend.Ask && form.ContainsKey("message") && line.It.StepOn(visit.Today) is IntroductionStep.Send or IntroductionStep.WaitForConnector) await KeepWords(store, line, form, visit.Today, stop);
            var count = await store.PostIntroduction(id, new(what, settings, form.Filled("thanks")?.ReplaceLineEndings("\n")), visit.Today, visit.Clock, stop);
            return Answers.Done(http, FormCollection.Empty, $"/introductions/{id}", ("said", count == 0 ? "Introductions.SaidSentBefore" : "Mail.SaidOnItsWay"));
        }
        catch (Mistaken mistaken)
        {
            store.ChangeTracker.Clear();
            return await Show(http, id, null, new(FormOf(mistaken.Problems), form, mistaken.Problems), stop);
        }
    }

    /// <summary>Where the day stands is a form of its own, further down: what is wrong with it is said there.</summary>
    private static string FormOf(Problems problems) => problems.Of("answerBy") is null ? "it" : "wording";

    private static Introduction Unworded(Introduction it)
    {
        it.Message = null;
        return it;
    }

    private static void Turn(IEndpointRouteBuilder pages, string step, string said, Func<Store, Guid, Visit, IFormCollection, CancellationToken, Task> act) =>
        pages.Post(Address + step, async (HttpContext http, Guid id, Store store, Visit visit, CancellationToken stop) =>
        {
            var form = await http.Request.ReadFormAsync(stop);
            try
            {
                await act(store, id, visit, form, stop);
                return Answers.Done(http, form, $"/introductions/{id}", ("said", said));
            }
            catch (Mistaken mistaken)
            {
                store.ChangeTracker.Clear();
                return await Show(http, id, null, new(step switch { "/answer" => "told", "/edit" => "wording", _ => FormOf(mistaken.Problems) }, form, mistaken.Problems), stop);
            }
        });

    private static async Task<IResult> Show(HttpContext http, Guid id, (LinkTo To, string Link)? made, Typed? typed, CancellationToken stop)
    {
        var (store, visit) = (http.RequestServices.GetRequiredService<Store>(), http.RequestServices.GetRequiredService<Visit>());
        var line = await store.IntroductionOf(id, stop);
        var letters = await store.LettersFor(line, visit.Today, stop);
        return Answers.Page<IntroductionPage>(new
        {
            Line = line,
            visit.Today,
            Letters = (IReadOnlyList<IntroductionLetter>)[.. letters.Select(l => l.To == made?.To && !l.IsPlain ? l with { Link = made?.Link } : l)],
            Sendable = MailSettings.CanSend(http.RequestServices.GetRequiredService<Settings>()) ? await store.Sendable(line, letters, visit.Today, stop) : [],
            Posted = await store.PostedOf(line, visit.Today, stop),
            Hints = await store.HintsBefore(line, visit.Today, stop),
            Said = Said.From(http.Request.Query),
            Typed = typed,
        }, typed);
    }

    internal static ConsentReply Reply(IFormCollection form)
    {
        Consent answer = Enum.TryParse<Consent>(form["answer"], true, out var known) ? known : (Consent)(-1);
        return new(answer, answer == Consent.NotNow ? form.Day("until") : null, form.Filled("note"), form.Filled("contact"));
    }
}
