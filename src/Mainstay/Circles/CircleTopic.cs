using System.Globalization;
using System.Text;
using Mainstay.Storage;

namespace Mainstay.Circles;

/// <summary>One topic of a member or a post, as it is looked up.</summary>
public sealed class CircleTopic : IOwned
{
    public const int Most = 12, Longest = 60;

    public Guid SpaceId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public TopicOf Of { get; init; }

    /// <summary>The member or the post.</summary>
    public Guid OfId { get; init; }

    public required string TopicNormal { get; init; }

    /// <summary>The topics of a text, one a line or between commas, each once.</summary>
    public static IReadOnlyList<string> Split(string? typed) =>
        [.. (typed ?? "").Split(['\n', ',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).DistinctBy(Normal)];

    /// <summary>As topics are compared: letters of any case and without their marks.</summary>
    public static string Normal(string topic) =>
        string.Concat(topic.Trim().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)).ToLowerInvariant().Normalize(NormalizationForm.FormC);
}

public enum TopicOf { Helps = 0, Seeks = 1, Ask = 2, Offer = 3, Lesson = 4, Resource = 5 }
