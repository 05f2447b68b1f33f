using System.Globalization;
using System.Text;
using Mainstay.Words;

namespace Mainstay.Exchange;

/// <summary>How asks are spoken of, and what is written to the one who is asked.</summary>
public static class AskWords
{
    /// <summary>Where the link stands in a message.</summary>
    public const string Link = "[link]";

    /// <summary>"20 minutes", or the words that were typed.</summary>
    public static Reason? HowLong(string? typed) => typed switch
    {
        null => null,
        _ when int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes > 0 => new("Exchange.Minutes", minutes),
        _ => new("Exchange.Plain", typed),
    };

    /// <summary>How it stands, in one sentence.</summary>
    public static Reason State(Ask ask, string name, DateOnly today) => ask switch
    {
        { State: AskState.Yes, Outcome: { } outcome } => new($"Exchange.Outcome{outcome}Said", name),
        _ => ask.StateOn(today) switch
        {
            AskState.Drafted => new("Exchange.StateDrafted"),
            AskState.Sent when ask.More is not null => new("Exchange.StateToldMore", name, ask.AnswerBy),
            AskState.Sent => new("Exchange.StateSent", ask.SentOn, ask.AnswerBy),
            AskState.Yes => new("Exchange.StateYes", name, ask.AnsweredOn),
            AskState.MoreWanted => new("Exchange.StateMoreWanted", name),
            AskState.NotNow => ask.NotNowUntil is { } until ? new("Exchange.StateNotNowUntil", name, until) : new("Exchange.StateNotNow", name),
            AskState.No => new("Exchange.StateNo", name),
            AskState.NoAnswer => new("Exchange.StateNoAnswer", ask.AnswerBy),
            _ => new("Exchange.StateWithdrawn"),
        },
    };

    /// <summary>What was asked, wherever it stands among other things.</summary>
    public static Reason What(Ask ask) => ask.IsConfidential ? new("Exchange.Confidential") : new("Exchange.Plain", ask.What);

    /// <summary>What the link's page and the letter say of an ask, line by line.</summary>
    public static IReadOnlyList<Reason> Lines(Ask ask) =>
    [
        .. ask.IsFirst ? [new("Exchange.FirstAsk")] : Array.Empty<Reason>(),
        .. ask.IsFirst && ask.Scope is { } scope ? [ask.Until is { } until ? new("Exchange.ScopeUntil", scope, until) : new("Exchange.Scope", scope)] : Array.Empty<Reason>(),
        .. HowLong(ask.HowLong) is { } takes ? [new("Exchange.Takes", takes)] : Array.Empty<Reason>(),
        .. ask.InReturn is { } offered ? [new("Exchange.InReturnIs", offered)] : Array.Empty<Reason>(),
        .. ask.More is { } more ? [new("Exchange.MoreIs", more)] : Array.Empty<Reason>(),
    ];

    /// <summary>The message as it stands before the owner changes it, with the place of the link in it.</summary>
    /// <param name="ask">What is asked.</param>
    /// <param name="to">How the person is called.</param>
    /// <param name="from">How the owner signs; null when that is not known.</param>
    public static string Draft(Ask ask, string to, string? from)
    {
        var text = new StringBuilder(Speech.Say("Exchange.Dear", to)).Append("\n\n");
        if (ask.IsFirst) text.Append(Speech.Say("Exchange.FirstAsk")).Append(' ');
        text.Append(ask.What.Trim()).Append("\n\n");
        foreach (var line in Lines(ask).Where(l => l.Key is not ("Exchange.FirstAsk" or "Exchange.MoreIs"))) text.Append(line.InWords()).Append(' ');
        text.Append(Speech.Say("Exchange.HelpsBy", ask.AnswerBy)).Append("\n\n");
        text.Append(Speech.Say("Exchange.OneTap")).Append('\n').Append(Link).Append("\n\n").Append(Speech.Say("Exchange.NoIsFine")).Append('\n');
        return from is null ? text.ToString() : text.Append('\n').Append(from).Append('\n').ToString();
    }

    /// <summary>A word of thanks to begin with.</summary>
    public static string Thanks(Ask ask, string to, string? from) =>
        Speech.Say("Exchange.Dear", to) + "\n\n" + Speech.Say("Exchange.ThanksDraft", ask.What.Trim()) + (from is null ? "\n" : $"\n\n{from}\n");

    /// <summary>The message with the link in its place; at the end when the owner left no place for it.</summary>
    public static string WithLink(string message, string link) =>
        message.Contains(Link, StringComparison.OrdinalIgnoreCase) ? message.Replace(Link, link, StringComparison.OrdinalIgnoreCase) : $"{message.TrimEnd()}\n\n{link}\n";
}
