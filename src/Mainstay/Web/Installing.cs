using Mainstay.Words;

namespace Mainstay.Web;

/// <summary>What a browser needs to install Mainstay as an application: who it is, and the worker that keeps it readable without a network.</summary>
internal static class Installing
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.Get("/manifest.webmanifest", Manifest);
        pages.Get("/worker.js", [Unattended] (HttpContext http) => SiteFiles.Serve("worker.js", http));
    }

    [Unattended]
    private static IResult Manifest(Places places) => Results.Json(
        new
        {
            Id = "/",
            Name = "Mainstay",
            ShortName = "Mainstay",
            Description = Speech.Say("Web.About"),
            Lang = System.Globalization.CultureInfo.CurrentUICulture.Name,
            StartUrl = "/",
            Scope = "/",
            Display = "standalone",
            BackgroundColor = "#fbfaf5",
            ThemeColor = "#fbfaf5",
            Categories,
            Icons = new[] { Icon("icon-192.png", "192x192", "any"), Icon("icon-512.png", "512x512", "any"), Icon("maskable-512.png", "512x512", "maskable"), Icon("mark.svg", "any", "any") },
            ShareTarget = new
            {
                Action = "/share",
                Method = "POST",
                Enctype = "multipart/form-data",
                Params = new { Title = "title", Text = "text", Url = "url", Files = new[] { new { Name = "file", Accept = Cards } } },
            },
            Shortcuts = places.Adds.Select(a => new { Name = Speech.Say(a.Label), Url = a.Href }),
        },
        InSnakes, "application/manifest+json");

    private static readonly string[] Categories = ["productivity"];

    /// <summary>What other applications call a file with contact cards.</summary>
    private static readonly string[] Cards = ["text/vcard", "text/x-vcard", ".vcf"];

    private static readonly System.Text.Json.JsonSerializerOptions InSnakes = new() { PropertyNamingPolicy = System.Text.Json.JsonNamingPolicy.SnakeCaseLower };

    private static object Icon(string name, string sizes, string purpose) => new { Src = SiteFiles.Href(name), Sizes = sizes, Type = SiteFiles.MediaType(name), Purpose = purpose };
}
