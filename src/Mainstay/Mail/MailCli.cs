using System.CommandLine;
using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Words;
using Spectre.Console;

namespace Mainstay.Mail;

/// <summary><c>mail …</c>: what was sent for the owner and what became of it, sending again by hand, and trying out what was set up.</summary>
public static class MailCli
{
    private const int Usual = 50, EndShown = 6;

    public static Command Command(Shell shell) => new("mail", "Mail.HelpMail") { List(shell), Test(shell), Again(shell) };

    public static Command List(Shell shell)
    {
        var most = new Option<int>("--limit") { Description = "Mail.HelpLimit", HelpName = "N", DefaultValueFactory = _ => Usual };
        var list = new Command("list", "Mail.HelpList") { most };
        list.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var letters = await desk.Store.LetterLog(Math.Clamp(typed.GetValue(most), 1, 1_000), stop);
            if (desk.Paper.AsJson) desk.Paper.Write(letters.Select(LetterAnswer.Of));
            else if (letters.Count > 0) desk.Paper.Console.Write(Table(letters, desk.Owner));
            else desk.Paper.Line(Speech.Say(MailSettings.CanSend(desk.Settings) ? "Mail.NothingSent" : "Mail.HowToSetUp"));
            return Shell.Fine;
        }, stop));
        return list;
    }

    private static Command Test(Shell shell)
    {
        var to = new Argument<string?>("MAIL") { Description = "Mail.HelpTestTo", Arity = ArgumentArity.ZeroOrOne };
        var test = new Command("test", "Mail.HelpTest") { to };
        test.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            Mistaken.ThrowIf(MailSettings.Check(desk.Settings));
            if (!MailSettings.CanSend(desk.Settings)) throw new CannotBeDone("Mail.HowToSetUp");
            var address = typed.GetValue(to) ?? await desk.Store.OwnersMail(stop) ?? throw new CannotBeDone("Mail.SayWhereTo");
            var letter = await desk.Store.Post(new() { Cause = "Mail.CauseTest", To = address, Subject = Speech.Say("Mail.TestSubject"), Text = Speech.Say("Mail.TestText") }, desk.Clock, stop);
            return await SendNow(desk, [letter], stop);
        }, stop));
        return test;
    }

    public static Command Again(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Mail.HelpId" };
        var again = new Command("again", "Mail.HelpAgain") { id };
        again.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var letter = await desk.Store.FindLetter(typed.GetRequiredValue(id), stop);
            return await SendNow(desk, [await desk.Store.SendAgain(letter.Id, desk.Clock, stop, desk.Services.GetServices<ILetterSubjects>())], stop);
        }, stop));
        return again;
    }

    /// <summary>Sends what waits in this space right here, whether a server runs or not, and says what became of these letters.</summary>
    public static async Task<int> SendNow(Desk desk, IReadOnlyList<Letter> letters, CancellationToken stop)
    {
        desk.Store.ChangeTracker.Clear();
        await desk.Services.GetRequiredService<Postman>().Run(new(desk.Services, desk.Store, desk.Owner, desk.Clock), stop);
        var now = new List<Letter>();
        foreach (var letter in letters) now.Add(await desk.Store.LetterOf(letter.Id, stop));
        if (desk.Paper.AsJson) desk.Paper.Write(now.Select(LetterAnswer.Of));
        else foreach (var letter in now) desk.Paper.Line(Speech.Say("Mail.Told", State(letter), letter.To) + (letter.WhyNot() is { } why ? "\n" + why.InWords() : ""));
        return now.TrueForAll(l => l.State == LetterState.Sent) ? Shell.Fine : Shell.No;
    }

    private static string State(Letter letter) => Speech.Say("Mail.State" + letter.State);

    private static Table Table(IReadOnlyList<Letter> letters, Owner owner)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumns("", "", "", "", "");
        foreach (var letter in letters)
            table.AddRow(new Text(letter.Id.ToString()[^EndShown..]), new Text(TimeZoneInfo.ConvertTimeFromUtc(letter.CreatedAt, owner.Zone).ToString("g", CultureInfo.CurrentCulture)), new Text(State(letter)), new Text(letter.To), new Text(Said(letter)));
        return table;
    }

    private static string Said(Letter letter) => letter.WhyNot() is { } why ? $"{letter.Subject} ({why.InWords()})" : letter.Subject;
}
