using System.CommandLine;
using System.Globalization;
using Mainstay.Accounts;
using Mainstay.Cli;
using Mainstay.Mail;
using Mainstay.Outreach;
using Mainstay.People;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Reminders;

/// <summary><c>reminders …</c>: when and how the owner is reminded, reminding now, and the address for calendars.</summary>
internal static class RemindersCli
{
    private const string None = "none";

    public static Command Command(Shell shell)
    {
        var reminders = new Command("reminders", "Reminders.Help") { Set(shell), Now(shell), Calendar(shell), MailCli.List(shell), MailCli.Again(shell), Bounced(shell) };
        reminders.SetAction((typed, stop) => shell.At(typed, desk => Show(desk, stop), stop));
        return reminders;
    }

    private static Command Set(Shell shell)
    {
        var mail = new Option<string?>("--mail") { Description = "Reminders.HelpByMail" }.AcceptOnlyFromAmong("on", "off");
        var hour = new Option<int?>("--hour") { Description = "Reminders.HelpHour", HelpName = "N" };
        var days = new Option<string?>("--days") { Description = "Reminders.HelpDays", HelpName = "DAYS" };
        var webhook = new Option<string?>("--webhook") { Description = "Reminders.HelpWebhook", HelpName = "URL" };
        var token = new Option<bool>("--webhook-token") { Description = "Reminders.HelpToken" };
        var set = new Command("set", "Reminders.HelpSet") { mail, hour, days, webhook, token };
        set.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var was = ReminderWishes.Of(await desk.Store.Plan(stop));
            var address = typed.GetValue(webhook) is { } url ? url.Equals(None, StringComparison.OrdinalIgnoreCase) || url.Length == 0 ? null : url : was.Webhook;
            await desk.Store.SetReminders(new()
            {
                ByMail = typed.GetValue(mail) is { } said ? said == "on" : was.ByMail,
                Hour = typed.GetValue(hour) ?? was.Hour,
                Weekdays = typed.GetValue(days) is { } named ? Week(named) : was.Weekdays,
                Webhook = address,
                WebhookToken = typed.GetValue(token) ? Texts.Filled(desk.Around.SecretLine()) : address == was.Webhook ? was.WebhookToken : null,
            }, desk.Owner, desk.Settings, desk.Clock, stop);
            return await Show(desk, stop);
        }, stop));
        return set;
    }

    private static Command Now(Shell shell)
    {
        var now = new Command("now", "Reminders.HelpNow");
        now.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var letters = await desk.Store.PostDigestNow(DigestActions.Desk.At(desk.Services, desk.Owner, desk.Clock), stop);
            if (letters.Count == 0 && !desk.Paper.AsJson) desk.Paper.Line(Speech.Say("Web.NothingToday"));
            var sent = await MailCli.SendNow(desk, letters, stop);
            if (letters.Count > 0) OnlyHere(desk);
            return sent;
        }, stop));
        return now;
    }

    private static Command Calendar(Shell shell)
    {
        var end = new Option<bool>("--end") { Description = "Reminders.HelpEnd" };
        var calendar = new Command("calendar", "Reminders.HelpCalendar") { end };
        calendar.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            if (typed.GetValue(end)) await desk.Store.EndFeed(desk.Clock, stop);
            var address = typed.GetValue(end) ? null : FeedCalendar.At(Reached.FromHere(desk.Settings), await desk.Store.MakeFeed(desk.Clock, stop));
            if (desk.Paper.AsJson) desk.Paper.Write(new { Address = address });
            else desk.Around.Out.WriteLine(address ?? Speech.Say("Reminders.FeedIsOff"));
            if (address is not null) desk.Paper.Aside(Speech.Say("Reminders.FeedOnce"));
            return Shell.Fine;
        }, stop));
        return calendar;
    }

    private static Command Bounced(Shell shell)
    {
        var id = new Argument<string>("ID") { Description = "Mail.HelpId" };
        var bounced = new Command("bounced", "Reminders.HelpBounced") { id };
        bounced.SetAction((typed, stop) => shell.At(typed, async desk =>
        {
            var letter = await desk.Store.FindLetter(typed.GetRequiredValue(id), stop);
            var change = await desk.Store.SayCameBack(letter.Id, desk.Clock, stop);
            if (desk.Paper.AsJson) desk.Paper.Write(LetterAnswer.Of(await desk.Store.LetterOf(letter.Id, stop)));
            else desk.Paper.Line(Speech.Say("Mail.WhyCameBack", letter.To));
            ChangesCli.HowToTakeBack(desk, change);
            return Shell.Fine;
        }, stop));
        return bounced;
    }

    private static async Task<int> Show(Desk desk, CancellationToken stop)
    {
        var plan = await desk.Store.Plan(stop);
        var hasCalendar = await desk.Store.HasFeed(desk.Clock, stop);
        var next = plan is null ? null : DigestClock.Next(plan, desk.Clock.GetUtcNow().UtcDateTime, desk.Owner.Zone);
        if (desk.Paper.AsJson) desk.Paper.Write(ReminderAnswer.Of(plan, hasCalendar, next) with { OnlyHereAt = Reached.OnlyHere(desk.Settings) });
        else await Print(desk, ReminderWishes.Of(plan), hasCalendar, next, stop);
        return Shell.Fine;
    }

    private static async Task Print(Desk desk, ReminderWishes wishes, bool hasCalendar, DateTime? next, CancellationToken stop)
    {
        var (paper, culture) = (desk.Paper, CultureInfo.CurrentCulture);
        paper.Line(!wishes.ByMail ? Speech.Say("Reminders.NoMail") : await desk.Store.OwnersMail(stop) is { } mail ? Speech.Say("Reminders.MailTo", mail) : Speech.Say("Reminders.NoAddress"));
        paper.Line(wishes.Webhook is { } address ? Speech.Say("Reminders.TellsWeb", address) : Speech.Say("Reminders.TellsNoWeb"));
        paper.Line(Speech.Say("Reminders.At", new TimeOnly(wishes.Hour % 24, 0).ToString("t", culture), desk.Owner.Zone.Id, ReminderWishes.Of(wishes.Weekdays).Select(d => culture.DateTimeFormat.GetDayName(d))));
        if (next is { } at && TimeZoneInfo.ConvertTimeFromUtc(at, desk.Owner.Zone) is var local) paper.Line(Speech.Say("Reminders.NextAt", Near.Of(DateOnly.FromDateTime(local), desk.Today), local.ToString("t", culture)));
        paper.Line(Speech.Say(hasCalendar ? "Reminders.FeedIsOn" : "Reminders.FeedIsOff"));
        if (wishes.ByMail && !MailSettings.CanSend(desk.Settings)) paper.Aside(Speech.Say("Mail.HowToSetUp"));
        if (wishes.ByMail || wishes.Webhook is not null) OnlyHere(desk);
    }

    /// <summary>Links that open on this machine alone are sent all the same: it may be the owner's. But it is said.</summary>
    private static void OnlyHere(Desk desk)
    {
        if (Reached.OnlyHere(desk.Settings) is { } at) desk.Paper.Aside(Speech.Say("Reminders.OpensHereOnly", at));
    }

    /// <summary>"mon,tue", "monday,tuesday", "all" or "weekdays".</summary>
    private static Weekdays Week(string typed)
    {
        var days = Weekdays.None;
        foreach (var word in typed.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            days |= word.ToLowerInvariant() switch
            {
                "all" => Weekdays.All,
                "weekdays" => Weekdays.All & ~(Weekdays.Saturday | Weekdays.Sunday),
                _ when word.Length >= 3 && Enum.GetValues<DayOfWeek>().Where(d => d.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase)).ToList() is [var day] => ReminderWishes.Of([day]),
                _ => throw new Mistaken(new Problems { { "days", "Reminders.NotADay", word } }),
            };
        return days;
    }
}
