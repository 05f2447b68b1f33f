using System.Globalization;
using Mainstay.Formats;
using Mainstay.People;
using Mainstay.Rhythm;
using static Mainstay.Intake.LinkedInHeaders;

namespace Mainstay.Intake;

/// <summary>LinkedIn's messages.csv: one touch for each person, day and direction, however many messages went to and fro.</summary>
public sealed class LinkedInMessages : TableKind
{
    private const int LongestNote = 20_000;

    public override string Format => "linkedInMessages";

    public override string Source => "linkedin";

    public override bool HasTouches => true;

    public override bool Fits(CsvHeader header) => HasAll(header, From, To, LinkedInHeaders.Date, Sender);

    public override IEnumerable<Incoming> Read(IEnumerable<TableRow> rows, ReadingContext context)
    {
        var messages = rows.Select(r => Message.Of(r, context.Zone));
        var voices = LinkedInVoices.Of(messages, context);
        if (voices.Me is not { } me) return [new Unusable(1, new("Intake.WhoIsMe")) { Rows = voices.Messages }];
        return Touches(messages, me, voices, context);
    }

    private static List<Incoming> Touches(IEnumerable<Message> messages, string me, LinkedInVoices voices, ReadingContext context)
    {
        var touches = new Dictionary<(string Profile, DateOnly On, Direction Direction), IncomingTouch>();
        var unusable = new List<Incoming>();
        foreach (var message in messages)
        {
            if (WhyNot(message, me, context) is { } why)
            {
                unusable.Add(new Unusable(message.Row, why));
                continue;
            }
            var direction = message.Sender == me ? Direction.Out : Direction.In;
            var others = direction == Direction.Out ? message.Recipients.Where(r => r != me).Distinct().ToList() : [message.Sender!];
            for (var i = 0; i < others.Count; i++)
            {
                var key = (others[i], message.On!.Value, direction);
                var rows = i == 0 ? 1 : 0; // a message to several is one row of the file
                touches[key] = touches.TryGetValue(key, out var earlier) ? Joined(earlier, message, rows, context) : New(message, key, voices, context) with { Rows = rows };
            }
        }
        return [.. unusable, .. touches.Values];
    }

    private static Words.Reason? WhyNot(Message message, string me, ReadingContext context)
    {
        if (message.IsDraft) return new("Intake.MessageIsDraft");
        if (message.On is not { } on) return new("People.NotADate", message.Date);
        if (on > context.Today) return new("Intake.TouchInFuture", on);
        if (on.Year < 1990) return new("Intake.TouchTooLongAgo", on);
        if (message.Sender is null) return new("Intake.MessageWithoutProfile", message.From ?? "");
        return message.Sender == me && message.Recipients.All(r => r == me) ? new("Intake.MessageWithoutProfile", message.To ?? "") : null;
    }

    private static IncomingTouch New(Message message, (string Profile, DateOnly On, Direction Direction) key, LinkedInVoices voices, ReadingContext context)
    {
        var who = new PersonDetails { Name = voices.Names.GetValueOrDefault(key.Profile) ?? LinkedInNames.OfProfile(key.Profile), Links = [new("https://www." + key.Profile, "LinkedIn")], HowMet = "LinkedIn" };
        return new(message.Row, new(message.Row, who.Keepable([])) { Identity = key.Profile }, key.On, TouchKind.Message)
        {
            Direction = key.Direction,
            Note = context.WithText ? message.Content : null,
            Identity = string.Create(CultureInfo.InvariantCulture, $"{key.Profile} {key.On:yyyy-MM-dd} {key.Direction}"),
        };
    }

    private static IncomingTouch Joined(IncomingTouch touch, Message message, int rows, ReadingContext context)
    {
        if (context.WithText && message.Content is { } text && (touch.Note?.Length ?? 0) + text.Length < LongestNote)
            touch = touch with { Note = touch.Note is null ? text : message.IsBefore(touch) ? $"{text}\n\n{touch.Note}" : $"{touch.Note}\n\n{text}" };
        return touch with { Rows = touch.Rows + rows };
    }

    internal sealed record Message(long Row, string? Conversation, string? From, string? Sender, string? To, IReadOnlyList<string> Recipients)
    {
        public string? Date { get; init; }

        public DateOnly? On { get; init; }

        public string? Content { get; init; }

        public bool IsDraft { get; init; }

        public static Message Of(TableRow row, TimeZoneInfo zone)
        {
            var date = row[LinkedInHeaders.Date];
            var recipients = (row[LinkedInHeaders.Recipients] ?? "").Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(Profile).OfType<string>();
            return new(row.Line, row[LinkedInHeaders.Conversation], row[LinkedInHeaders.From], Profile(row[LinkedInHeaders.Sender]), row[LinkedInHeaders.To], [.. recipients])
            {
                Date = date,
                On = Day(date, zone),
                Content = row[LinkedInHeaders.Content],
                IsDraft = row[Draft] is { } draft && draft.ToLowerInvariant() is "yes" or "true" or "ja" or "oui" or "sí" or "si" or "sì" or "sim",
            };
        }

        /// <summary>LinkedIn writes the newest message first.</summary>
        public bool IsBefore(IncomingTouch touch) => Row > touch.Row;

        private static DateOnly? Day(string? text, TimeZoneInfo zone)
        {
            var plain = text?.Replace(" UTC", "", StringComparison.Ordinal);
            // A day without a time is that day everywhere.
            if (plain?.Contains(':', StringComparison.Ordinal) == true && DateTimeOffset.TryParse(plain, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)) return DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, zone).DateTime);
            return PartialDate.TryParse(text, out var date, out _) ? date.Full : null;
        }
    }
}
