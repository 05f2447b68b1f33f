using Mainstay.Needs;

namespace Mainstay.Calendars;

/// <summary>A place the owner likes to go to, as they wrote it.</summary>
public sealed record LikedPlace(string Text)
{
    public TopicWords Words { get; } = TopicWords.Of(Text);

    /// <summary>Each of several, with commas between them.</summary>
    public static IReadOnlyList<LikedPlace> Read(string? places) => [.. (places ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(p => new LikedPlace(p))];
}
