"""Errors of programmes, engagements and assignments."""

from sidamping.domain.problems.entry import Entry

ENTRIES = {
    "PROGRAMMES_001": Entry(
        "Pendampingan ini tidak ada, atau bukan di wilayah tugas Anda. Pilih dari daftar penugasan Anda.",
        "This mentoring does not exist, or is not in your area. Choose one from your own list.",
    ),
    "PROGRAMMES_002": Entry(
        "Program \"{seen}\" tidak berlaku pada {day}. Pilih program lain, atau tanggal mulai lain.",
        "The programme \"{seen}\" is not in force on {day}. Choose another programme or another start.",
    ),
    "PROGRAMMES_003": Entry(
        "Calon dampingan tidak ada dalam daftar. Daftarkan dahulu koperasi atau usahanya, lalu ulangi.",
        "The mentee is not in the registers. Register the cooperative or business first, then try again.",
    ),
    "PROGRAMMES_004": Entry(
        "{name} tidak termasuk jenis dampingan program {programme}. Pilih dampingan lain, atau program lain.",
        "{name} is not a kind of mentee of the programme {programme}. Choose another mentee or programme.",
    ),
    "PROGRAMMES_005": Entry(
        "{name} berada di {village}, di luar wilayah kerja Anda atau wilayah program. Minta koordinator wilayah itu "
        "membukanya, atau periksa desa dampingan.",
        "{name} lies in {village}, outside your area or the area of the programme. Ask the coordinator of that area, "
        "or check the mentee's village.",
    ),
    "PROGRAMMES_006": Entry(
        "{name} sudah didampingi dalam program ini dari {starts} sampai {ends}. Buka pendampingan itu, "
        "atau mulai sesudahnya.",
        "{name} is already mentored in this programme from {starts} to {ends}. Open that mentoring, or start later.",
    ),
    "PROGRAMMES_007": Entry(
        "{name} belum ditunjuk sebagai pendamping untuk wilayah ini pada {day}. Minta admin membuat penunjukannya, "
        "atau pilih pendamping lain.",
        "{name} is not appointed as mentor for this area on {day}. Ask an administrator to appoint, "
        "or choose another mentor.",
    ),
    "PROGRAMMES_008": Entry(
        "Dampingan ini sudah dibawa {name} dari {starts} sampai {ends}. Ganti pendampingnya, "
        "atau pilih tanggal sesudahnya.",
        "This mentee is already carried by {name} from {starts} to {ends}. Replace the mentor, or choose a later day.",
    ),
    "PROGRAMMES_009": Entry(
        "Tanggal akhir {ends} mendahului tanggal mulai {starts}. Perbaiki salah satunya.",
        "The end {ends} lies before the start {starts}. Correct one of them.",
    ),
    "PROGRAMMES_010": Entry(
        "Tanggal {day} di luar masa pendampingan ({starts} sampai {ends}). Pilih tanggal di dalamnya.",
        "The day {day} lies outside the mentoring ({starts} to {ends}). Choose a day within it.",
    ),
    "PROGRAMMES_011": Entry(
        "Langkah \"{seen}\" tidak ada dalam program ini. Pilih langkah dari daftar.",
        "The step \"{seen}\" is not part of this programme. Choose a step from the list.",
    ),
    "PROGRAMMES_012": Entry(
        "Langkah \"{step}\" menunggu langkah: {needs}. Catat dahulu langkah itu, atau minta koordinator "
        "melangkahinya dengan alasan.",
        "The step \"{step}\" waits for: {needs}. Record that first, or ask the coordinator to override with a reason.",
    ),
    "PROGRAMMES_013": Entry(
        "Tanggal {day} belum tiba. Catat langkah pada hari dikerjakan, paling lambat hari ini.",
        "The day {day} has not come yet. Record a step on the day it was done, today at the latest.",
    ),
    "PROGRAMMES_014": Entry(
        "Anda tidak membawa dampingan ini pada {day}. Periksa tanggalnya, atau minta koordinator mencatatnya.",
        "You did not carry this mentee on {day}. Check the day, or ask the coordinator to record it.",
    ),
    "PROGRAMMES_015": Entry(
        "Peran Anda tidak dapat melangkahi urutan program. Minta koordinator atau sekretariat melakukannya.",
        "Your role cannot override the order of the programme. Ask the coordinator or the secretariat.",
    ),
    "PROGRAMMES_016": Entry(
        "Pada {day} tidak ada pendamping yang membawa dampingan ini. Pakai \"Tugaskan pendamping\".",
        "Nobody carries this mentee on {day}. Use \"Assign a mentor\" instead.",
    ),
    "PROGRAMMES_017": Entry(
        "{name} sudah membawa dampingan ini. Pilih pendamping pengganti yang lain.",
        "{name} already carries this mentee. Choose somebody else as replacement.",
    ),
    "PROGRAMMES_018": Entry(
        "Pencatatan dengan nomor ini sudah ada dengan isi lain. Muat ulang halaman, lalu ulangi.",
        "A record with this id exists with other content. Reload the page and try again.",
    ),
    "PROGRAMMES_019": Entry(
        "{name} sudah ditugaskan mulai {starts}, sesudah {day}. Akhiri pendampingan pada hari itu atau sesudahnya.",
        "{name} is assigned from {starts}, after {day}. End the mentoring on that day or later.",
    ),
    "PROGRAMMES_020": Entry(
        "Prioritas {seen} di luar 1 sampai 5. Pilih prioritas dari daftar.",
        "The priority {seen} is outside 1 to 5. Choose one from the list.",
    ),
    "PROGRAMMES_021": Entry(
        "Koperasi yang dipimpin orang ini tidak ada dalam daftar. Daftarkan dahulu koperasinya, lalu ulangi.",
        "The cooperative this person leads is not in the register. Register it first, then try again.",
    ),
    "PROGRAMMES_022": Entry(
        "Langkah \"{step}\" dilangkahi atau ditarik tanpa alasan. Tulis alasannya, lalu simpan lagi.",
        "The step \"{step}\" is left out or taken back without a reason. Write the reason, then save again.",
    ),
    "PROGRAMMES_023": Entry(
        "Langkah \"{step}\" dikerjakan oleh {owners}. Minta peran itu mencatatnya.",
        "The step \"{step}\" belongs to {owners}. Ask that role to record it.",
    ),
    "PROGRAMMES_024": Entry(
        "Langkah \"{step}\" tidak diperlukan untuk dampingan ini ({fact}: {seen}). Lanjutkan ke langkah berikutnya.",
        "The step \"{step}\" is not meant for this mentee ({fact}: {seen}). Go on to the step after it.",
    ),
    "PROGRAMMES_025": Entry(
        "Langkah \"{step}\": hasil \"{seen}\" tidak dikenal. Pilih salah satu: {known}.",
        "Step \"{step}\": the outcome \"{seen}\" is not known. Choose one of: {known}.",
    ),
    "PROGRAMMES_026": Entry(
        "Langkah \"{step}\" belum pernah dicatat, jadi tidak dapat ditarik. Muat ulang halaman.",
        "The step \"{step}\" was never recorded, so it cannot be taken back. Reload the page.",
    ),
    "PROGRAMMES_027": Entry(
        "Langkah \"{step}\" menjadi dasar langkah yang sudah dicatat: {later}. Tarik dahulu langkah itu.",
        "The step \"{step}\" is the ground of steps recorded already: {later}. Take those back first.",
    ),
    "PROGRAMMES_028": Entry(
        "Berkas {file}: langkah {steps} saling menunggu, jadi tidak satu pun dapat dimulai. Hapus salah satu needs.",
        "File {file}: the steps {steps} wait for one another, so none can begin. Delete one of their needs.",
    ),
    "PROGRAMMES_029": Entry(
        "Berkas {file}: langkah {step} tidak pernah tercapai; ia menunggu {others}. Perbaiki langkah itu, atau needs.",
        "File {file}: the step {step} is never reached, for it waits for {others}. Correct those steps, or its needs.",
    ),
    "PROGRAMMES_030": Entry(
        "Berkas {file}: langkah {step} menunggu {others} dari tahap sesudahnya. Pindahkan tahapnya, atau ubah needs.",
        "File {file}: the step {step} waits for {others} of a later stage. Move it there, or correct its needs.",
    ),
    "PROGRAMMES_031": Entry(
        "Berkas {file}: langkah {step} tidak dikerjakan siapa pun. Isi owners (peran), atau marked_by (kegiatan).",
        "File {file}: nobody does the step {step}. Put a role in owners, or an activity in marked_by.",
    ),
    "PROGRAMMES_032": Entry(
        "Berkas {file}: batas hari langkah {step} dihitung dari {others}, yang tidak harus selesai dahulu. Tambahkan "
        "langkah itu pada needs, atau ubah when.after.",
        "File {file}: the date of step {step} counts from {others}, which need not be done before it. Add that step to "
        "its needs, or change when.after.",
    ),
    "PROGRAMMES_033": Entry(
        "Berkas {file}, kunci {key}: formulir {kind} \"{seen}\" tidak ada. Tambahkan berkas formulirnya, atau perbaiki "
        "namanya.",
        "File {file}, key {key}: there is no form {kind} \"{seen}\". Add the file of the form, or correct its name.",
    ),
    "PROGRAMMES_034": Entry(
        "Berkas program {file} tidak dapat dibuka. Periksa nama dan foldernya, lalu jalankan lagi.",
        "The programme file {file} cannot be opened. Check its name and folder, then run again.",
    ),
    "PROGRAMMES_035": Entry(
        "Putusan wisuda dibuat oleh {deciders}. Minta peran itu memutuskan.",
        "The verdict on graduation belongs to {deciders}. Ask that role to decide.",
    ),
    "PROGRAMMES_036": Entry(
        "Putusan wisuda belum menyebut versi kriterianya. Pilih versi instrumen yang dipakai menilai.",
        "The verdict on graduation names no version of the criteria. Choose the version it was judged by.",
    ),
    "PROGRAMMES_037": Entry(
        "Putusan ini berbeda dari syarat program (belum: {missing}). Tulis alasannya, atau lengkapi syaratnya dahulu.",
        "This verdict differs from the conditions of the programme (missing: {missing}). Write the reason, or meet "
        "the conditions first.",
    ),
    "PROGRAMMES_038": Entry(
        "{name} sudah mencatat {visits} kunjungan dan {papers} laporan tentang dampingan ini sesudah {day}. Pilih hari "
        "terakhir yang lain, atau centang bahwa catatan itu tetap atas nama {name}.",
        "{name} has already recorded {visits} visits and {papers} papers about this mentee after {day}. Choose another "
        "last day, or tick that these records stay in the name of {name}.",
    ),
    "PROGRAMMES_039": Entry(
        "Tahap \"{stage}\" belum gilirannya; yang menunggu putusan adalah \"{wanted}\". Putuskan tahap itu dahulu.",
        "The stage \"{stage}\" is not due yet; \"{wanted}\" waits for a decision. Decide that stage first.",
    ),
    "PROGRAMMES_040": Entry(
        "Permohonan ini sudah diputus pada tahap \"{stage}\", {day}. Buka permohonan baru bila keadaannya berubah.",
        "This application was decided at the stage \"{stage}\" on {day}. Open a new one if things have changed.",
    ),
    "PROGRAMMES_041": Entry(
        "Penolakan pada tahap \"{stage}\" belum beralasan. Pilih sedikitnya satu alasan.",
        "The refusal at the stage \"{stage}\" gives no reason. Choose at least one.",
    ),
    "PROGRAMMES_042": Entry(
        "Tahap \"{stage}\" diluluskan padahal belum terpenuhi: {missing}. Lengkapi, atau tulis alasan meluluskannya.",
        "The stage \"{stage}\" is passed though these are not met: {missing}. Complete them, or write why it passes.",
    ),
    "PROGRAMMES_043": Entry(
        "Wawancara belum lengkap; nilai belum masuk dari: {missing}. Minta mereka mengisi semua aspek, lalu putuskan.",
        "The interview is not complete; marks are missing from: {missing}. Let them mark every aspect, then decide.",
    ),
    "PROGRAMMES_044": Entry(
        "Pewawancara {seen} orang, paling sedikit {least}. Tambahkan pewawancara.",
        "There are {seen} interviewers, at least {least} are needed. Add interviewers.",
    ),
    "PROGRAMMES_045": Entry(
        "{name} memberi nilai tetapi bukan pewawancara calon ini. Tambahkan ke daftar itu, atau hapus nilainya.",
        "{name} gave marks but is not an interviewer of this candidate. Add them to the panel, or drop the marks.",
    ),
    "PROGRAMMES_046": Entry(
        "Nilai dari {name} tercatat dua kali. Sisakan satu.",
        "The marks of {name} are there twice. Keep one.",
    ),
    "PROGRAMMES_047": Entry(
        "Putusan bertanggal {day}, sebelum putusan tahap sebelumnya ({before}). Perbaiki tanggalnya.",
        "The decision is dated {day}, before that of the stage ahead of it ({before}). Correct the date.",
    ),
    "PROGRAMMES_048": Entry(
        "Pemohon ini sudah terdaftar dengan nomor permohonan {other}. Buka permohonan itu dan lengkapi di sana.",
        "This applicant is there already with application {other}. Open that application and complete it.",
    ),
    "PROGRAMMES_049": Entry(
        "Jumlah \"{part}\" {seen} melebihi jumlah peserta {whole}. Hitung ulang dari catatan, lalu perbaiki.",
        "The count of \"{part}\", {seen}, is above the {whole} participants. Count again from the records.",
    ),
    "PROGRAMMES_050": Entry(
        "Yang mencapai semuanya {seen}, padahal yang mencapai \"{part}\" hanya {count}. Hitung ulang dari catatan.",
        "{seen} are said to have reached all, yet only {count} reached \"{part}\". Count again from the records.",
    ),
    "PROGRAMMES_051": Entry(
        "Perpanjangan belum beralasan. Tulis alasannya, misalnya siklus panen, lalu simpan lagi.",
        "The extension gives no reason. Write it, for instance the harvest cycle, then save again.",
    ),
    "PROGRAMMES_052": Entry(
        "Perpanjangan sampai {until} tidak melewati hari terakhir sekarang, {last}. Pilih hari sesudahnya.",
        "An extension to {until} does not go beyond the present last day, {last}. Choose a later day.",
    ),
    "PROGRAMMES_053": Entry(
        "Perpanjangan sampai {until} melewati batas program, {most}. Pilih hari lain, atau buka pendampingan baru.",
        "An extension to {until} goes beyond the limit of the programme, {most}. Choose an earlier day, or open a new "
        "mentoring.",
    ),
    "PROGRAMMES_054": Entry(
        "Masih ada {count} tindak lanjut terbuka ({what}). Selesaikan, atau tulis siapa yang meneruskannya.",
        "{count} follow-ups are still open ({what}). Close them, or write who carries them on.",
    ),
    "PROGRAMMES_055": Entry(
        "Program {programme} tidak menyebut aturan {part}, jadi tidak dapat dihitung. Tambahkan pada berkasnya.",
        "The programme {programme} names no rule for {part}, so it cannot be computed. Add it to the programme file.",
    ),
    "PROGRAMMES_056": Entry(
        "Pasangan tetap {mentor} dan {mentee} tidak ada dalam daftar penugasan ini. Hapus pasangan itu, atau tambahkan "
        "orangnya.",
        "The fixed pair of {mentor} and {mentee} is not in this list. Drop the pair, or add the person.",
    ),
    "PROGRAMMES_057": Entry(
        "{mentee} ditetapkan untuk lebih dari satu pendamping. Sisakan satu.",
        "{mentee} is fixed to more than one mentor. Keep one.",
    ),
    "PROGRAMMES_058": Entry(
        "{mentor} akan membawa {seen} dampingan, paling banyak {most}. Lepaskan sebagian pasangan tetapnya.",
        "{mentor} would carry {seen} mentees, at most {most} are allowed. Release some of the fixed pairs.",
    ),
    "PROGRAMMES_059": Entry(
        "{mentor} dan {mentee} berbenturan kepentingan. Pilih pendamping lain, atau minta orang lain mengizinkannya "
        "dengan alasan.",
        "{mentor} and {mentee} have a conflict of interest. Choose another mentor, or ask another person to let it in "
        "with a reason.",
    ),
    "PROGRAMMES_060": Entry(
        "Benturan kepentingan diizinkan oleh orang lain, bukan pengusul atau pendampingnya. Minta rekan memutuskan.",
        "A conflict of interest is let in by another person, not by who asks or by the mentor. Ask a colleague.",
    ),
    "PROGRAMMES_061": Entry(
        "Izin atas benturan kepentingan belum beralasan. Tulis alasannya, lalu simpan lagi.",
        "Letting in a conflict of interest needs a reason. Write it, then save again.",
    ),
    "PROGRAMMES_062": Entry(
        "{name} tercantum dua kali dalam daftar penugasan. Sisakan satu, lalu susun usulan lagi.",
        "{name} stands twice in the list of people to assign. Keep one, then propose again.",
    ),
    "PROGRAMMES_063": Entry(
        "{mentor} sudah membawa {seen} dampingan, paling banyak {most}. Pilih pendamping lain, atau tulis alasannya.",
        "{mentor} carries {seen} mentees already, at most {most}. Choose another mentor, or write why one more is due.",
    ),
    "PROGRAMMES_064": Entry(
        "{mentee} belum punya pendamping hari ini, jadi tidak ada yang dinilai. Tanyakan kepada koordinator.",
        "{mentee} has no mentor today, so there is nobody to evaluate. Ask the coordinator about the assignment.",
    ),
    "PROGRAMMES_065": Entry(
        "Program {programme} berjalan dalam angkatan. Pilih angkatannya, atau buka angkatan dahulu.",
        "The programme {programme} runs in cohorts. Choose the cohort, or open one first.",
    ),
    "PROGRAMMES_066": Entry(
        "Langkah \"{step}\" belum berbukti: {missing}. Unggah berkasnya, atau tulis di mana buktinya.",
        "The step \"{step}\" has no proof yet: {missing}. Upload the file, or write where the proof is.",
    ),
    "PROGRAMMES_067": Entry(
        "Langkah \"{step}\" tercatat sendiri dari: {forms}. Selesaikan itu, atau minta {who} melangkahinya "
        "dengan alasan.",
        "The step \"{step}\" is recorded by: {forms}. Complete that, or ask {who} to override it with a reason.",
    ),
    "PROGRAMMES_068": Entry(
        "Langkah \"{step}\" sudah dicatat pada {day}. Bila keliru, tarik dahulu catatan itu, lalu catat ulang.",
        "The step \"{step}\" was recorded on {day} already. If that is wrong, take it back, then record it again.",
    ),
    "PROGRAMMES_069": Entry(
        "Jalan atau angkatan ini tidak ada, atau bukan di wilayah tugas Anda. Pilih dari daftar Anda.",
        "This path or cohort does not exist, or is not in your area. Choose one from your own list.",
    ),
    "PROGRAMMES_070": Entry(
        "Angkatan \"{name}\" sudah ada dalam program ini. Pakai nama lain, atau buka angkatan itu.",
        "A cohort \"{name}\" exists in this programme. Use another name, or open that cohort.",
    ),
    "PROGRAMMES_071": Entry(
        "Angkatan \"{cohort}\" tidak menerima {what}. Pilih angkatan dari program dan wilayah itu.",
        "The cohort \"{cohort}\" does not take {what}. Choose a cohort of that programme and area.",
    ),
    "PROGRAMMES_072": Entry(
        "Pendaftaran ditutup {closes}, sebelum dibuka {opens}. Perbaiki salah satunya.",
        "The call closes on {closes}, before it opens on {opens}. Correct one of them.",
    ),
    "PROGRAMMES_073": Entry(
        "Catatan langkah ini tidak ada, atau sudah ditarik. Muat ulang halaman.",
        "This record of a step does not exist, or was taken back already. Reload the page.",
    ),
    "PROGRAMMES_074": Entry(
        "Anda tidak mengelola program ini di wilayah {area}. Pilih wilayah tugas Anda, atau minta PMO membukanya.",
        "You do not manage this programme in the area {area}. Choose your own area, or ask the PMO to open it.",
    ),
    "PROGRAMMES_075": Entry(
        "Langkah \"{step}\" dicatat pada jalan {subject}. Buka jalan itu; di sini langkah itu hanya dapat dilangkahi.",
        "The step \"{step}\" is recorded on the path of the {subject}. Open that path; here it can only be left out.",
    ),
    "PROGRAMMES_076": Entry(
        "Alasan {seen} huruf, paling banyak {most}. Persingkat, lalu simpan lagi.",
        "The reason has {seen} letters, at most {most} are kept. Shorten it, then save again.",
    ),
}
