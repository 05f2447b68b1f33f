namespace Mainstay.People;

/// <summary>Where a person's picture is shown: its address changes with it, so that browsers may keep it for good.</summary>
public static class PersonPhoto
{
    /// <summary>Null without a picture that can be shown.</summary>
    public static string? Href(Guid person, string? hash, bool small = true) => hash is null ? null : $"/people/{person}/photo?v={hash}{(small ? "&size=small" : "")}";
}
