using System.ComponentModel;
using Mainstay.Api;
using Mainstay.Rhythm;

namespace Mainstay.Capture;

/// <summary>Whom a name of the line means.</summary>
public sealed record WhoFields
{
    [Description("The name as it stands in the line.")]
    public required string Typed { get; init; }

    [Description("The person; `null` for somebody new.")]
    public Guid? Id { get; init; }
}

/// <summary>A line to read, or to keep.</summary>
public sealed record CaptureFields
{
    [Description("A key of your own: kept twice with the same, it counts once.")]
    public Guid? Id { get; init; }

    [Description("What happened, in your words.")]
    public required string Line { get; init; }

    [Description("The day on which it was written; today when not said.")]
    public DateOnly? On { get; init; }

    [Description("Who is meant by names that may mean several, or nobody yet.")]
    public IReadOnlyList<WhoFields> Who { get; init; } = [];
}

/// <summary>Capture, for programs.</summary>
internal static class CaptureApi
{
    private const string Chapter = "Capture";

    private static readonly object Sent = new { Line = "coffee with Grace yesterday, promised to send the deck by Thursday" };

    private static readonly CaptureAnswer Sample = new(
        [new(TouchKind.Meeting, new(2026, 4, 30), Direction.Both, null, null, [new(RhythmExamples.Grace.Name, RhythmExamples.Grace.Id)])],
        [new("send the deck", new(2026, 5, 7), "me", RhythmExamples.Grace.Name, new(RhythmExamples.Grace.Name, RhythmExamples.Grace.Id))], [], []);

    public static void Map(ApiRoutes api)
    {
        api.Post("/capture/reading", async call => ApiAnswer.Of(CaptureAnswer.Of(await Read(call))), new("readLine", "Read a line of plain language, and keep nothing")
        {
            Chapter = Chapter,
            About = $"English or German, up to {LineReader.MostLetters} letters.",
            Body = BodyShape.Of<CaptureFields>("The line.", Sent),
            Answer = AnswerShape.Of<CaptureAnswer>("What is read from it.", Sample),
        });
        api.Post("/capture", Keep, new("keepLine", "Read a line of plain language, and keep what it says")
        {
            Chapter = Chapter,
            About = "All of it is kept, or nothing: touches, promises, notes, learnings, people who are new. A name that may mean several must be said in `who`. The `change` of the answer takes it back.",
            Body = BodyShape.Of<CaptureFields>("The line.", Sent),
            Answer = AnswerShape.Of<CaptureAnswer>("What was kept.", Sample with { Change = Guid.Parse("019a0f3c-6a40-7c52-9d0e-5b1f6f1d2a1d") }),
        });
    }

    private static async Task<Reading> Read(ApiCall call)
    {
        var sent = await call.Body<CaptureFields>();
        var reading = await call.Store.ReadLine(sent.Line, sent.On is { } on && on < call.Today ? on : call.Today, call.Visit.Owner.Culture, call.Stop);
        var chosen = reading.With([.. sent.Who.Select(w => new WhoChosen(w.Typed, w.Id))]);
        Words.Mistaken.ThrowIf(chosen.Problems);
        return chosen;
    }

    private static async Task<ApiAnswer> Keep(ApiCall call)
    {
        var (sent, reading) = (await call.Body<CaptureFields>(), await Read(call));
        return ApiAnswer.Of(CaptureAnswer.Of(reading, await call.Store.Keep(reading, call.Today, call.Clock, call.Stop, sent.Id)));
    }
}
