package org.winnow.cli.oracle;
import java.nio.file.Path;
final class OracleMain {
  public static void main(String[] a) throws Exception {
    String only = a.length > 1 ? a[1] : "";
    int max = a.length > 2 ? Integer.parseInt(a[2]) : 3;
    java.util.Map<String,Integer> shown = new java.util.HashMap<>();
    long t = System.nanoTime();
    var r = ReferenceCases.run(Path.of(a[0]), o -> { if (!o.passed() && (only.isEmpty() || java.util.List.of(only.split(",")).contains(o.kind())) && shown.merge(o.kind(),1,Integer::sum) <= max) System.out.println(o.kind()+" "+o.id()+": "+o.reason().substring(0, Math.min(o.reason().length(), 900))); });
    int p=0,f=0;
    for (var e : r.entrySet()) { System.out.println(e.getKey()+" "+e.getValue()); p+=e.getValue().passed(); f+=e.getValue().failed(); }
    System.out.println(p+" passed "+f+" failed "+(System.nanoTime()-t)/1000000+" ms");
  }
}
