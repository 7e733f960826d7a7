using FieldKit.Domain;
using FieldKit.Domain.Flowcharts;

namespace FieldKit.Content;

/// <summary>Ids of a bundle, to look up at once however much content there is.</summary>
internal sealed class ContentIndex(ContentBundle bundle)
{
    private readonly Dictionary<string, Flowchart> flowcharts = bundle.Flowcharts.DistinctBy(chart => chart.Id).ToDictionary(chart => chart.Id);
    private readonly HashSet<string> guides = [.. bundle.Guides.Select(guide => guide.Id)];
    private readonly HashSet<string> contacts = [.. bundle.Contacts.Select(contact => contact.Id)];
    private readonly HashSet<string> emergencies = [.. bundle.Contacts.Where(contact => contact.Emergency).Select(contact => contact.Id)];
    private readonly HashSet<string> municipalities = [.. bundle.Municipalities.Select(municipality => municipality.Id)];

    public Flowchart? Flowchart(string id) => flowcharts.GetValueOrDefault(id);

    public bool HasGuide(string id) => guides.Contains(id);

    public bool HasContact(string id) => contacts.Contains(id);

    public bool IsEmergency(string id) => emergencies.Contains(id);

    public bool HasMunicipality(string id) => municipalities.Contains(id);
}
