using Mainstay.Formats;
using Mainstay.People;

namespace Mainstay.Intake;

/// <summary>How LinkedIn calls its columns in English, German, French, Spanish, Italian, Portuguese and Dutch.</summary>
internal static class LinkedInHeaders
{
    public static readonly string[] FirstName = ["First Name", "Vorname", "Prénom", "Nombre", "Nome", "Voornaam"];
    public static readonly string[] LastName = ["Last Name", "Nachname", "Nom", "Nom de famille", "Apellidos", "Apellido", "Cognome", "Sobrenome", "Apelido", "Achternaam"];
    public static readonly string[] Url = ["URL", "Profile URL", "Profil-URL", "URL du profil", "URL del perfil", "URL del profilo", "URL do perfil", "Profiel-URL"];
    public static readonly string[] Email = ["Email Address", "E-Mail-Adresse", "E-Mail", "Adresse e-mail", "Adresse email", "E-mail", "Dirección de correo electrónico", "Dirección de email", "Correo electrónico", "Email", "Indirizzo email", "Indirizzo e-mail", "Endereço de e-mail", "Endereço de email", "E-mailadres"];
    public static readonly string[] Company = ["Company", "Unternehmen", "Firma", "Entreprise", "Société", "Empresa", "Azienda", "Bedrijf"];
    public static readonly string[] Position = ["Position", "Poste", "Fonction", "Puesto", "Cargo", "Posición", "Posizione", "Qualifica", "Posição", "Functie", "Positie"];

    public static readonly string[] ConnectedOn =
    [
        "Connected On", "Verbunden am", "Vernetzt am", "Verknüpft am", "Kontakt seit", "Connecté le", "Connexion le", "En relation depuis", "En relation depuis le", "Date de connexion", "Relation depuis le",
        "Conectado el", "Conectado desde", "Fecha de conexión", "Contacto desde", "Collegato il", "Collegato dal", "In collegamento dal", "Data di collegamento", "Data collegamento",
        "Conectado em", "Conectado a", "Conexão em", "Data da conexão", "Data de conexão", "Verbonden op", "Connectie sinds", "Connectie gemaakt op", "Gelinkt op",
    ];

    public static readonly string[] Conversation = ["CONVERSATION ID", "UNTERHALTUNGS-ID", "ID DER UNTERHALTUNG", "ID DE CONVERSATION", "ID DE LA CONVERSATION", "ID DE CONVERSACIÓN", "ID DE LA CONVERSACIÓN", "ID CONVERSAZIONE", "ID DA CONVERSA", "GESPREKS-ID", "ID VAN GESPREK"];
    public static readonly string[] From = ["FROM", "VON", "DE", "EXPÉDITEUR", "DA", "VAN"];
    public static readonly string[] To = ["TO", "AN", "À", "DESTINATAIRE", "PARA", "A", "AAN", "NAAR"];
    public static readonly string[] Sender = ["SENDER PROFILE URL", "PROFIL-URL DES ABSENDERS", "URL DU PROFIL DE L’EXPÉDITEUR", "URL DU PROFIL DE L'EXPÉDITEUR", "URL DEL PERFIL DEL REMITENTE", "URL DEL PROFILO DEL MITTENTE", "URL DO PERFIL DO REMETENTE", "PROFIEL-URL VAN AFZENDER"];
    public static readonly string[] Recipients = ["RECIPIENT PROFILE URLS", "RECIPIENT PROFILE URL", "PROFIL-URLS DER EMPFÄNGER", "URL DES PROFILS DES DESTINATAIRES", "URL DE LOS PERFILES DE LOS DESTINATARIOS", "URL DEI PROFILI DEI DESTINATARI", "URLS DOS PERFIS DOS DESTINATÁRIOS", "PROFIEL-URL'S VAN ONTVANGERS"];
    public static readonly string[] Date = ["DATE", "DATUM", "FECHA", "DATA"];
    public static readonly string[] Content = ["CONTENT", "INHALT", "CONTENU", "CONTENIDO", "CONTENUTO", "CONTEÚDO", "INHOUD"];
    public static readonly string[] Folder = ["FOLDER", "ORDNER", "DOSSIER", "CARPETA", "CARTELLA", "PASTA", "MAP"];
    public static readonly string[] Draft = ["IS MESSAGE DRAFT", "IST ENTWURF", "EST UN BROUILLON", "ES BORRADOR", "È UNA BOZZA", "É RASCUNHO", "IS CONCEPT"];

    /// <summary>Whether a header has a column for each of these.</summary>
    public static bool HasAll(CsvHeader header, params ReadOnlySpan<string[]> columns)
    {
        foreach (var names in columns)
            if (!names.Any(header.Has)) return false;
        return true;
    }

    /// <summary>A profile's address in one form: no country's subdomain, no escapes, no capitals.</summary>
    public static string? Profile(string? url)
    {
        if (url is null) return null;
        var link = Uri.UnescapeDataString(Contacts.Link(url.Trim())).ToLowerInvariant().Split('?')[0].TrimEnd('/');
        var at = link.IndexOf("linkedin.com/", StringComparison.Ordinal);
        return at < 0 || link.Length - at <= "linkedin.com/in/".Length ? null : link[at..];
    }
}
