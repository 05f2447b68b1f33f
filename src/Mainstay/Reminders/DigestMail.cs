using System.Globalization;
using System.Net;
using System.Text;
using Mainstay.Entrance;
using Mainstay.Mail;
using Mainstay.Web;
using Mainstay.Words;

namespace Mainstay.Reminders;

/// <summary>The day's cards as a mail: the sentences of Today, each with its reasons and its one action.</summary>
internal static class DigestMail
{
    /// <summary>A card of the day, and the secret of the link that does its one action, if a link can.</summary>
    internal sealed record Line(TodayItem Card, string? Secret);

    /// <summary>Where the links of a digest lead, and the secret of the one that ends the mails.</summary>
    internal sealed record Links(string At, string StopSecret)
    {
        public string Stop => ByLink.Of(At, StopSecret);

        public string Settings => At + RemindersPage.Address;

        public string Of(Line line) => line.Secret is { } secret ? ByLink.Of(At, secret) : At + (line.Card.ActionForm is null ? line.Card.ActionHref : line.Card.Href ?? "/"); // a link posts nothing
    }

    private const string Cause = "Reminders.CauseDigest";

    public static NewLetter Of(IReadOnlyList<Line> lines, DateOnly today, string? name, string to, Links links) => new()
    {
        Cause = Cause,
        To = to,
        ToName = name,
        Subject = Subject(today, lines.Count),
        Text = Plain(lines, today, name, links),
        Html = Html(lines, today, name, links),
        Headers = [("List-Unsubscribe", $"<{links.Stop}>"), ("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"), ("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "All")],
    };

    /// <summary>The same in short, for an address of the web: title and text as ntfy takes them.</summary>
    public static NewLetter ForTheWeb(IReadOnlyList<TodayItem> cards, DateOnly today, string address, string? token, string at) => new()
    {
        Cause = Cause,
        Way = LetterWay.Web,
        To = address,
        Subject = Subject(today, cards.Count),
        Text = string.Join('\n', cards.Select(c => "• " + Texts.OneLine(c.Sentence.InWords()))),
        Headers = [("Click", at + "/"), ("Tags", "anchor"), .. token is null ? [] : new[] { ("Authorization", "Bearer " + token) }],
    };

    private static string Subject(DateOnly today, int count) => Speech.Say("Reminders.Subject", today, count);

    private static string Hello(string? name) => name is null ? Speech.Say("Web.GoodMorning") : Speech.Say("Web.Greeting", Speech.Say("Web.GoodMorning"), name);

    private static string Plain(IReadOnlyList<Line> lines, DateOnly today, string? name, Links links)
    {
        var text = new StringBuilder().Append(Hello(name)).Append("\n\n").Append(Speech.Say("Reminders.Lede", today, lines.Count)).Append("\n\n");
        foreach (var line in lines)
        {
            text.Append("* ").Append(Texts.OneLine(line.Card.Sentence.InWords())).Append('\n');
            foreach (var reason in line.Card.Reasons) text.Append("  ").Append(reason.InWords()).Append('\n');
            text.Append("  ").Append(line.Card.Action.InWords()).Append(": ").Append(links.Of(line)).Append("\n\n");
        }
        text.Append(Speech.Say("Web.ThatIsAll")).Append('\n').Append(Speech.Say("Reminders.OpenToday")).Append(": ").Append(links.At).Append("/\n\n-- \n");
        return text.Append(Speech.Say("Reminders.WhyThisMail")).Append('\n').Append(Speech.Say("Reminders.ChangeIt")).Append(": ").Append(links.Settings).Append('\n')
            .Append(Speech.Say("Reminders.StopIt")).Append(": ").Append(links.Stop).Append('\n').ToString();
    }

    private static string Html(IReadOnlyList<Line> lines, DateOnly today, string? name, Links links)
    {
        var cards = string.Concat(lines.Select(l => Card(l, links)));
        return $"""
            <!doctype html>
            <html lang="{CultureInfo.CurrentUICulture.TwoLetterISOLanguageName}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>{Safe(Subject(today, lines.Count))}</title></head>
            <body style="margin:0;padding:24px 12px;background:#fbf9f6;color:#2a221c;font-family:'Source Sans 3','Segoe UI','Noto Sans',system-ui,sans-serif;font-size:16px;line-height:1.5">
            <div style="max-width:560px;margin:0 auto">
            <h1 style="margin:0 0 4px;font-family:'Source Serif 4',Charter,Georgia,serif;font-size:26px;font-weight:600;line-height:1.2">{Safe(Hello(name))}</h1>
            <p style="margin:0 0 20px;color:#594f47">{Safe(Speech.Say("Reminders.Lede", today, lines.Count))}</p>
            {cards}
            <p style="margin:20px 0 0;color:#594f47">{Safe(Speech.Say("Web.ThatIsAll"))} <a href="{Safe(links.At)}/" style="color:#1c5a6e">{Safe(Speech.Say("Reminders.OpenToday"))}</a></p>
            <p style="margin:24px 0 0;padding-top:12px;border-top:1px solid #e4ded6;color:#6b6158;font-size:14px">{Safe(Speech.Say("Reminders.WhyThisMail"))} <a href="{Safe(links.Settings)}" style="color:#1c5a6e">{Safe(Speech.Say("Reminders.ChangeIt"))}</a> · <a href="{Safe(links.Stop)}" style="color:#1c5a6e">{Safe(Speech.Say("Reminders.StopIt"))}</a></p>
            </div></body></html>
            """;
    }

    private static string Card(Line line, Links links)
    {
        var reasons = string.Concat(line.Card.Reasons.Select(r => $"""<p dir="auto" style="margin:4px 0 0;color:#594f47">{Safe(r.InWords())}</p>"""));
        return $"""
            <div style="margin:0 0 12px;padding:16px;background:#fffefc;border:1px solid #e4ded6;border-radius:10px">
            <p dir="auto" style="margin:0;font-family:'Source Serif 4',Charter,Georgia,serif;font-size:18px;font-weight:600;line-height:1.3">{Safe(line.Card.Sentence.InWords())}</p>
            {reasons}
            <p style="margin:12px 0 0"><a href="{Safe(links.Of(line))}" style="display:inline-block;padding:11px 18px;background:#1c5a6e;color:#ffffff;border-radius:10px;text-decoration:none;font-weight:600">{Safe(line.Card.Action.InWords())}</a></p>
            </div>

            """;
    }

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
