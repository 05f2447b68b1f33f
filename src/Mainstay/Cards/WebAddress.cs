namespace Mainstay.Cards;

/// <summary>An address on the web as people write it: <c>ada.example/talks</c> or whole. What a browser would run instead of opening is none.</summary>
internal static class WebAddress
{
    /// <summary>With <c>https://</c> where nothing stands before the name.</summary>
    public static string Whole(string typed) => typed.Contains("://", StringComparison.Ordinal) || Head(typed) is var head && (head.Contains(':', StringComparison.Ordinal) || !head.Contains('.', StringComparison.Ordinal)) ? typed : "https://" + typed;

    /// <summary>On http or https, with a name, and with nobody's name or password in it.</summary>
    public static bool IsOne(string address) => address.Length <= CardText.MostLink && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && Uri.TryCreate(address, UriKind.Absolute, out var read) && (read.Scheme == "https" || read.Scheme == "http") && read.Host.Length > 0 && read.UserInfo.Length == 0;

    /// <summary>As it is read aloud: without what every address begins with.</summary>
    public static string Short(string address)
    {
        var name = address[(address.IndexOf("://", StringComparison.Ordinal) + 3)..];
        return (name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? name[4..] : name).TrimEnd('/');
    }

    private static string Head(string typed) => typed.Split('/', '?', '#')[0];
}
