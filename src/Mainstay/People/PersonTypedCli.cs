using System.CommandLine;
using System.Text.RegularExpressions;
using Mainstay.Words;

namespace Mainstay.People;

/// <summary>What was typed of a person, read into parts of their record; what is wrong with it is gathered.</summary>
internal sealed partial class PersonTypedCli(ParseResult parsed)
{
    public Problems Problems { get; } = [];

    /// <summary>What was given, which may be nothing; what is there when it was not named.</summary>
    public string? Given(Option<string?> option, string? now) => parsed.GetResult(option) is null ? now : parsed.GetValue(option);

    public string[] Each(Option<string[]> option) => parsed.GetValue(option) ?? [];

    public List<Labelled> Contacts(ContactKind kind, IReadOnlyList<Labelled> now, Option<string[]> add, Option<string[]> remove) =>
        PersonChanges.Merge(now, Each(add).Select(MaybeLabelled), Each(remove), v => People.Contacts.Normal(kind, v.Value), (v, gone) => People.Contacts.Normal(kind, v.Value) == People.Contacts.Normal(kind, gone));

    /// <summary>The same name with another label is another chat; <c>NAME</c> takes all of that name away, <c>LABEL=NAME</c> only that one.</summary>
    public List<Labelled> Chats(IReadOnlyList<Labelled> now, Option<string[]> add, Option<string[]> remove) =>
        PersonChanges.Merge(now, Each(add).Select(MaybeLabelled), Each(remove), ChatKey, (chat, gone) => PersonNames.Key(gone) is var wanted && (ChatKey(chat) == wanted || PersonNames.Key(chat.Value) == wanted || ChatKey(chat) == ChatKey(MaybeLabelled(gone))));

    public List<string> Names(IReadOnlyList<string> now, Option<string[]> add, Option<string[]> remove) => PersonChanges.Merge(now, Each(add), Each(remove), PersonNames.Key);

    /// <summary><c>NAME=VALUE</c></summary>
    public Labelled Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        if (at <= 0) Problems.Add("fields", "People.NotAPair", text);
        return at <= 0 ? new(text) : new(text[(at + 1)..], text[..at]);
    }

    public IEnumerable<DateDetails> Days(Option<string[]> dates, Option<string?> birthday) =>
        Each(dates).Select(Pair).Concat(parsed.GetValue(birthday) is { } day ? [new Labelled(day, "birthday")] : []).Select(Day);

    /// <summary><c>mentor</c>, or <c>mentor=2024-01-01..2025-06-30</c>.</summary>
    public RoleDetails Role(string text)
    {
        var (name, time) = text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (text[..at], text[(at + 1)..]) : (text, "");
        var ends = time.Split("..", 2);
        return new(PersonWords.KeptRole(name), End(ends[0]), ends.Length > 1 ? End(ends[1]) : null);
    }

    private DateOnly? End(string end)
    {
        if (end.Length == 0) return null;
        if (PersonDates.Read("", end) is { Year: { } year, Month: { } month, Day: { } day }) return new(year, month, day);
        Problems.Add("roles", "People.NotADate", end);
        return null;
    }

    private DateDetails Day(Labelled date)
    {
        var read = PersonDates.Read(date.Label ?? "", date.Value);
        Problems.When(read is null, "dates", "People.NotADate", date.Value);
        return read ?? new("", null, null, null);
    }

    private static string ChatKey(Labelled chat) => PersonNames.Key(chat.Label is null ? chat.Value : $"{chat.Label}={chat.Value}");

    private static Labelled MaybeLabelled(string text) =>
        WithLabel().Match(text) is { Success: true } match ? new(match.Groups["value"].Value, PersonWords.KeptLabel(match.Groups["label"].Value)) : new(text);

    [GeneratedRegex(@"^(?<label>\p{L}[\p{L} ]*)=(?<value>.+)$")]
    private static partial Regex WithLabel();
}
